/** What a number in the next message is where the words beside it do not say. */
import type { Brain } from './brain.ts';
import type { ConversationState, NumbersMeant } from './types.ts';

/** As the innermost open dialog has it that has a view: whoever tells of a lost card in the middle of a PIN reset may still type the PIN. */
export function numbersMeant({ stack }: ConversationState, dialogs: Brain['dialogs']): NumbersMeant | null {
  for (const frame of stack.toReversed()) {
    const meant = Object.values(dialogs).find(({ name }) => name === frame.dialog)?.numbersMeant(frame) ?? null;
    if (meant !== null) return meant;
  }
  return null;
}
