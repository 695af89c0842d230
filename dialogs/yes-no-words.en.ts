/** The same in English. */
import type { YesNoWords } from './yes-no-words.sv.ts';

export const english: YesNoWords = {
  yes: [
    'yes', 'y', 'yep', 'yup', 'yeah', 'sure', 'okay', 'ok', 'of course', 'absolutely', 'definitely', 'please', 'please do', 'correct', 'right', 'that is right', "that's right", 'that is correct', "that's correct", 'do it', 'go ahead', 'confirm', 'i confirm', 'i agree', 'agreed', 'looks good', 'it looks good', 'all good',
    'i did', 'it did', 'perfect', 'great',
  ],
  afterYes: ['please', 'thanks', 'thank', 'you', 'it', 'is', 'that', 'i', 'did', 'do', 'does', 'can', 'will', 'would', 'like', 'to', 'fine', 'right', 'correct', 'good', 'great', 'perfect', 'sure', 'yes', 'ok', 'okay', 'now', 'asap', 'as', 'soon', 'possible', 'go', 'ahead', 'very', 'much', 'all', 'looks', 'of', 'course', 'am'],
  no: ['no', 'nope', 'nah', 'no way', 'not yet', 'not now', 'not really', 'not at all', 'never', "don't", 'do not', 'please do not', "please don't", 'i did not', "i didn't", 'it did not', "it didn't"],
  afterNo: ['thanks', 'thank', 'you', 'no', 'not', 'really', 'yet', 'now', 'at', 'all', 'it', 'is', "it's", 'i', 'am', "i'm", 'did', "didn't", 'do', "don't", 'does', 'want', 'to', 'need', 'that', 'fine', 'ok', 'okay', 'good', 'sorry', 'please', 'never', 'anymore'],
  wrong: ['no wait', 'wait no', 'wrong', "that's wrong", 'that is wrong', 'not right', 'that is not right', "that's not right", 'not correct', 'that is not correct', 'no that is wrong', "no that's wrong"],
  acts: ['send', 'save', 'block', 'submit', 'confirm'],
  actedOn: ['it', 'the', 'my', 'card', 'request', 'ticket', 'in', 'now', 'yes', 'no', 'please', 'just', 'thanks', 'asap', 'ok', 'okay', 'and'],
  negations: ['not', "don't", 'never'],
};
