/** Where a ticket system tells what it did: POST /hooks/tickets, signed as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com). */
import type { Request, Response, Server } from 'restify';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import * as z from 'zod';
import { sendError } from './http.ts';

export interface InboundAnswer {
  /** The webhook-id, which a redelivery repeats. */
  readonly id: string;
  readonly reference: string;
  readonly event: 'commented' | 'closed' | 'blocked';
  readonly text?: string;
  readonly at?: Date;
}

export interface InboundWebhookOptions {
  /** Base64, with or without the prefix `whsec_`. */
  readonly secret: string;
  /** Applies an answer durably, and once per id. */
  readonly apply: (answer: InboundAnswer) => Promise<'applied' | 'closed-before' | 'untold' | 'unknown-ticket' | 'not-a-block'>;
  readonly maxBodyBytes: number;
}

const MAX_TEXT_CHARS = 10_000;

const answerBody = z
  .object({
    reference: z.string().min(1).max(100),
    event: z.enum(['commented', 'closed', 'blocked']),
    text: z.string().max(MAX_TEXT_CHARS).exactOptional(),
    at: z.iso
      .datetime({ offset: true })
      .transform((iso) => new Date(iso))
      .exactOptional(),
  })
  .refine(({ event, text = '' }) => event !== 'commented' || text.trim() !== '', 'a comment has a text');

/**
 * Answers 204 once the answer is applied (again, for a redelivery), 401 for a signature that is wrong or older than five
 * minutes, 400 for another body than `{ reference, event, text?, at? }`, 404 for an unknown ticket, 409 where `blocked`
 * is said of a ticket that asked for no block, 413 for a body over the limit.
 */
export function mountInboundWebhook(server: Server, { secret, apply, maxBodyBytes }: InboundWebhookOptions): void {
  const verifier = new Webhook(secret);
  server.post('/hooks/tickets', async (request: Request, response: Response): Promise<void> => {
    const read = readAnswer(request, verifier, maxBodyBytes);
    if ('refusal' in read) sendError(response, ...read.refusal);
    else answerWith(response, await apply(read.answer));
  });
}

type Refusal = readonly [status: number, code: string, message: string];

function readAnswer(request: Request, verifier: Webhook, maxBodyBytes: number): { answer: InboundAnswer } | { refusal: Refusal } {
  const raw: unknown = request.rawBody;
  if (typeof raw !== 'string') return { refusal: [400, 'BadArgument', 'Send a JSON body.'] };
  if (Buffer.byteLength(raw) > maxBodyBytes) return { refusal: [413, 'PayloadTooLarge', `A body may have ${maxBodyBytes} bytes.`] };
  const id = verifiedId(verifier, raw, request);
  if (id === null) return { refusal: [401, 'Unauthorized', 'The webhook signature is missing, wrong or too old.'] };
  const body = answerBody.safeParse(request.body);
  if (!body.success) return { refusal: [400, 'BadArgument', 'The body is not an answer to a ticket.'] };
  return { answer: { id, ...body.data } };
}

/** The id that the signature covers; null when the signature does not hold. The signature is of the body's bytes, so of the raw body. */
function verifiedId(verifier: Webhook, raw: string, request: Request): string | null {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
  const headers = Object.fromEntries(names.map((name) => [name, request.header(name, '')]));
  try {
    verifier.verify(raw, headers, { jsonParse: false });
    return headers['webhook-id'] ?? null;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return null;
    throw error;
  }
}

function answerWith(response: Response, applied: Awaited<ReturnType<InboundWebhookOptions['apply']>>): void {
  switch (applied) {
    case 'applied':
    case 'closed-before':
    case 'untold':
      response.send(204);
      return;
    case 'unknown-ticket':
      sendError(response, 404, 'NotFound', 'There is no such ticket.');
      return;
    case 'not-a-block':
      sendError(response, 409, 'Conflict', 'The ticket is not a request to block a card.');
  }
}
