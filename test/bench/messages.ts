/** The messages of the load: held-out questions, four to a conversation, in the activities that Teams would send. */
import { randomUUID } from 'node:crypto';

/** Turns of a conversation. The first one opens it: it is welcomed and its row is made. */
export const TURNS_PER_CONVERSATION = 4;

/** Gives the questions in turn, for ever. */
export type NextQuestion = () => string;

export function inTurn(questions: readonly string[]): NextQuestion {
  let asked = 0;
  return () => questions[asked++ % questions.length] ?? '';
}

export interface Delivery {
  readonly kind: 'expectReplies' | 'normal';
  /** Where normal replies are posted to. */
  readonly serviceUrl: string;
}

/** A message as Teams sends it, as JSON. Its id is new, so it is a turn of its own. */
export function messageBody(text: string, conversation: string, { kind, serviceUrl }: Delivery): string {
  const person = `person-of-${conversation}`;
  return JSON.stringify({
    type: 'message',
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: person, name: 'Test Testsson', aadObjectId: person },
    recipient: { id: 'bot', name: 'Bot' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
    locale: 'sv-SE',
    textFormat: 'plain',
    text,
    ...(kind === 'expectReplies' ? { deliveryMode: kind } : {}),
  });
}
