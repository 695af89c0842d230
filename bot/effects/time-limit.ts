import { GatewayUnavailable } from './gateway.ts';

/**
 * Runs a task and cuts it off after `ms`: its signal aborts, and the promise rejects with `GatewayUnavailable` even when
 * the task takes no notice of the signal.
 */
export async function withTimeLimit<T>(ms: number, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const cutOff = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new GatewayUnavailable(`No answer within ${ms} ms`));
      controller.abort();
    }, ms);
  });
  try {
    return await Promise.race([task(controller.signal), cutOff]);
  } finally {
    clearTimeout(timer);
  }
}
