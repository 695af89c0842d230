/** What operators and their tools ask: is the process alive, can it serve, what are its figures. */
import type { Request, Response, Server } from 'restify';
import type { Metrics } from '../metrics.ts';

export interface Readiness {
  readonly ok: boolean;
  /** One line for each thing that was checked, e.g. `{ store: 'ok' }`. No secrets and no addresses. */
  readonly checks: Readonly<Record<string, string>>;
}

export interface OperationsOptions {
  readonly ready: () => Promise<Readiness>;
  readonly metrics: Pick<Metrics, 'render'>;
  /** Runs before each scrape, for figures that are read rather than counted. */
  readonly beforeScrape?: () => Promise<void>;
}

/**
 * Mounts GET /healthz (200 while the process answers: restart it otherwise), /readyz (503 while it should get no
 * traffic) and /metrics (Prometheus). None of them holds personal data; a reverse proxy need not expose them.
 */
export function mountOperations(server: Server, { ready, metrics, beforeScrape }: OperationsOptions): void {
  const answerHealth = async (_request: Request, response: Response): Promise<void> => {
    response.send(200, { ok: true });
    return Promise.resolve();
  };
  const answerReadiness = async (_request: Request, response: Response): Promise<void> => {
    const readiness = await ready();
    response.send(readiness.ok ? 200 : 503, readiness);
  };
  const answerMetrics = async (_request: Request, response: Response): Promise<void> => {
    await beforeScrape?.();
    const { contentType, body } = await metrics.render();
    response.sendRaw(200, body, { 'Content-Type': contentType });
  };
  server.get('/healthz', answerHealth);
  server.get('/readyz', answerReadiness);
  server.get('/metrics', answerMetrics);
}
