/** Whether an answer helped: told by yes or no to "fick du hjälp?", or by a channel's own feedback buttons. */
import type { Feedback } from '../../dialogs/dialog.ts';
import { personChoice } from './answers.ts';
import { innermost } from './floor.ts';
import { remember, request, type Scene, traced } from './scene.ts';
import { offer } from './offer.ts';
import { numbersOf, wordsOf } from './wording.ts';

/** Notes the opinion and thanks for it; who was not helped is told where to go on. */
export function rated(scene: Scene, { intent, helped, comment }: { readonly intent: string | null; readonly helped: boolean; readonly comment?: string }): Scene {
  const feedback: Feedback = { intent, helped, ...(comment === undefined ? {} : { comment }) };
  const noted = request(traced(scene, { decision: 'smalltalk', intent: 'feedback' }), [{ kind: 'recordFeedback', feedback }]).scene;
  // In the middle of a dialog a word about it would come between its question and the answer.
  if (innermost(noted) !== null) return noted;
  const words = wordsOf(noted);
  const answered = remember(noted, { awaiting: null });
  if (helped) return offer(answered, { text: words.feedbackYes });
  return offer(answered, { text: words.feedbackNo(numbersOf(noted)), choices: [personChoice(noted)] });
}
