/** Wording of the PIN reset, English. Names on the screen stay in Swedish, as the user sees them. */
import type { Guide, Trouble } from './pin-reset-state.ts';
import type { Wording } from './pin-reset.sv.ts';

const never = 'Never share your codes, and never write them in the chat.';
const reread = 'Read the card again: right-click the Net iD icon at the bottom right of the screen and choose "Läs in kortet på nytt".';
const driver = 'Check that the driver of the card reader is installed on the computer.';
const netId = 'Check that a licensed Net iD for SITHS is installed on the computer.';
const elsewhere = 'Try your card on someone else\'s computer where you know that it works. Ask someone with a working card to try it on yours.';
const selfTest = (test: string) => `Check the card yourself at ${test}.`;

const advice: Readonly<Record<Trouble, (test: string) => readonly string[]>> = {
  'card-not-read': (test) => [driver, reread, elsewhere, selfTest(test)],
  'no-icon': (test) => [netId, elsewhere, selfTest(test)],
  other: (test) => [selfTest(test), reread, driver, netId, elsewhere],
};

const instruction: Readonly<Record<Guide, string>> = { unlock: 'Instruction for unlocking', change: 'Instruction for changing the PIN' };

export const en: Wording = {
  numbers: (internal, external) => `${internal} (internal) or ${external} (external)`,
  labels: {
    forgot: 'I forgot my PIN',
    locked: 'The PIN is locked',
    change: 'I want to change my PIN',
    'puk-lost': 'I do not have my PUK',
    'card-lost': 'The card is lost or stolen',
    'puk-yes': 'Yes, I have the PUK',
    'puk-no': 'No, I do not have it',
    'what-is-puk': 'What is the PUK?',
    'employed-yes': 'Yes, by Region Skåne',
    'employed-no': 'No, by someone else',
    'employed-unsure': 'I do not know',
    done: 'Done',
    failed: 'It did not work',
    'all-steps': 'Show all steps',
    legitimering: 'Legitimering (log in)',
    underskrift: 'Underskrift (sign)',
    'both-codes': 'Both codes',
    'what-is-the-difference': 'What is the difference?',
    'card-not-read': 'The card is not read',
    'no-icon': 'I cannot find the icon',
    'wrong-puk': 'The PUK is not accepted',
    'wrong-pin': 'The old PIN is not accepted',
    other: 'Something else',
    worked: 'It works now',
    'still-failing': 'It does not work',
  },
  short: {
    case: (unlocking) => `If the PIN is forgotten, or locked after wrong tries, you unlock the card with your PUK. The steps are in ${unlocking}. A lost or stolen card must be blocked as soon as possible.`,
    unlock: (unlocking) => `You need to create a new PIN. You do that with your PUK, which also unlocks the card. All steps are in ${unlocking}.`,
    change: (changing) => `You can change the PIN yourself if you know the old one. It is worth doing when someone else may know it. All steps are in ${changing}.`,
    employed: (ritz, numbers) => `If you are employed by Region Skåne: order a new PUK in ${ritz}. Otherwise: call Servicedesk on ${numbers}.`,
  },
  ask: {
    case: 'What is it about?',
    puk: 'Do you have your PUK? Answer just yes or no. Never write the PUK itself here.',
    employed: 'Are you employed by Region Skåne?',
    step: (number, of, step) => `**Step ${number} of ${of}.** ${step}`,
    all: (guide, steps) => `${guide === 'unlock' ? 'This is how you unlock the card and create a new PIN:' : 'This is how you change the PIN:'}\n\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}\n\nDid it work?`,
    failure: 'What happens? Choose what fits best, or describe it in one line. Never write any codes here.',
    advice: (trouble, test) => `Try this, in order:\n\n${advice[trouble](test).map((line, index) => `${index + 1}. ${line}`).join('\n')}\n\nDoes it work now?`,
  },
  steps: {
    insert: 'Put the card in the reader. Wait until it has been read and the symbol has stopped spinning.',
    icon: 'Right-click the Net iD icon at the bottom right of the screen.',
    'unlock-menu': 'Choose "Lås upp kort med PUK-kod" (unlock card with PUK).',
    'unlock-window': 'Follow the steps in the window on the screen. You need your PUK and a new PIN of 6 digits that you choose yourself. Avoid digits linked to you. The codes belong in the window, never in the chat.',
    code: 'Choose which code it is about: legitimering (log in) or underskrift (sign).',
    'change-menu': 'Choose "Ändra säkerhetskod" (change security code).',
    'change-window': 'Fill in the old code in the window on the screen. Then fill in a new code of 6 digits and confirm it. Avoid digits linked to you. The codes belong in the window, never in the chat.',
    confirm: 'Press OK.',
  },
  chosenCode: {
    legitimering: 'Choose "legitimering" (log in).',
    underskrift: 'Choose "underskrift" (sign).',
    both: 'Choose "legitimering" (log in) first. We take underskrift when that is done.',
  },
  explain: {
    puk: 'The PUK unlocks the two PIN codes of the card. You need it when you have forgotten a PIN, or when it is locked after three wrong tries.',
    wherePuk: 'I have no information on where your own PUK is. If you cannot find it you need a new one: answer "no" and I will help you on.',
    pukSilent: (numbers) => `I have no information on that. If you are not sure of the PUK, ask Servicedesk on ${numbers}.`,
    pin: 'The PIN is the code of 6 digits that you use together with the card. The card has two: one for legitimering (log in) and one for underskrift (sign).',
    digits: 'A PIN has 6 digits. You choose them yourself. Avoid digits linked to you, for example your personnummer or phone number.',
    difference: 'The card has two PIN codes. Legitimering is the code for logging in. Underskrift is the code for signing. Choose the one that it is about.',
    netId: 'Net iD is the software on the computer that belongs to the card. Its icon is at the bottom right of the screen.',
    canYou: 'I cannot unlock the card or see your codes. You unlock the card yourself on the computer with your PUK, and we go through the steps.',
    ritz: (ritz, numbers) => `If you are employed by Region Skåne you order a new PUK in ${ritz}. If you cannot get in there, call Servicedesk on ${numbers}.`,
    employer: (ritz, numbers) => `I ask because it decides where you get a new PUK. If you are employed by Region Skåne: in ${ritz}. Otherwise: from Servicedesk. It is the employer that counts, not the place where you work. If you are not sure, call Servicedesk on ${numbers}.`,
    step: {
      insert: 'The card should be in the card reader at the computer. A symbol spins while it is read. When it has stopped, the step is done.',
      icon: 'Net iD is the software on the computer that belongs to the card. Its icon is at the bottom right of the screen. Click on it with the right mouse button.',
      'unlock-menu': 'When you have right-clicked the icon there is an item called "Lås upp kort med PUK-kod". Click on it.',
      code: 'The card has two PIN codes. Legitimering is the code for logging in. Underskrift is the code for signing. Choose the one that you are going to make new.',
      'unlock-window': 'Now the computer shows a window. Fill in what the window asks for: your PUK and a new PIN of 6 digits that you make up yourself. Never write them in the chat.',
      'change-menu': 'When you have right-clicked the icon there is an item called "Ändra säkerhetskod". Click on it.',
      'change-window': 'Now the computer shows a window. There you fill in the code that you have today, and then the new one twice. The new one has 6 digits that you make up yourself. Never write them in the chat.',
      confirm: 'Click the button OK in the window, and the new code is set.',
    },
  },
  say: {
    noPuk: 'The card cannot be unlocked without a PUK. You need a new PUK first.',
    oldPinRefused: (unlocking) => `When you do not know the old code, or when it is not accepted, you need to create a new one with your PUK. After three wrong tries the code is locked. The steps are in ${unlocking}.`,
    goesOn: 'Good, then we go on where we were.',
    otherCode: 'Good, the code for legitimering is done. Now we do the same for underskrift.',
    pukElsewhere: 'You need to have the PUK in front of you when you unlock the card. Answer "yes" when you have it, or "no" if you cannot get hold of it.',
    lockedNeedsPuk: 'A PIN that is locked has to be unlocked with the PUK, even if you remember it.',
    lockedIsWhy: 'A locked code is unlocked with these steps.',
    takeYourTime: 'Take the time that you need.',
    ill: 'Call 112 if it is urgent. Otherwise call 1177. I am a bot for the e-tjänstekort and cannot help with that.',
    toServicedesk: {
      'no-puk': 'Without a PUK you need help from Servicedesk.',
      'wrong-puk': 'I have no information about what applies when the PUK is not accepted. Contact Servicedesk.',
      'still-failing': 'Then Servicedesk is the next step. I include what you have already tried, so that you need not tell it again.',
    },
  },
  end: {
    unlock: (test) => `Good, then you have a new PIN. ${never}\n\nTip: you can check the card yourself at ${test}.`,
    change: (test) => `Good, then the PIN is changed. ${never}\n\nTip: you can check the card yourself at ${test}.`,
    ritz: (ritz, unlocking, numbers) => `Order a new PUK in ${ritz}. When you have it, unlock the card as in ${unlocking}. Write "unlock the card" here and we take the steps together. ${never}\n\nIf you cannot get into Ritz or want more help: Servicedesk, ${numbers}.`,
    alreadyBlocked: (ordering, numbers) => `I cannot see whether the block has gone through. If you are not sure, call Servicedesk on ${numbers}. The PUK unlocks a card that you still have; it does not replace one that is gone.\n\nIf you are employed by Region Skåne: order a new card in ${ordering}. Otherwise you order in another way, and the card station can tell you how.`,
    over: 'All right, then we leave it. Nothing has been sent. Write again if you need help.',
  },
  ticket: {
    subject: { pin: 'Needs help with the PIN.', unlock: 'Cannot unlock the card with the PUK.', change: 'Cannot change the PIN of the card.', 'no-puk': 'Does not have the PUK.' },
    cause: { forgotten: 'The PIN is forgotten.', locked: 'The PIN is locked.', change: 'The old PIN is known and is to be changed.', 'puk-lost': 'The PUK is missing.', unknown: 'The PIN is forgotten or locked.' },
    code: { legitimering: 'It is about the code for legitimering (log in).', underskrift: 'It is about the code for underskrift (sign).', both: 'It is about both codes.' },
    employed: { yes: 'Is employed by Region Skåne.', no: 'Is not employed by Region Skåne.' },
    stopped: (guide, number, of, step) => `${instruction[guide]}: reached step ${number} of ${of}, ${step}.`,
    allShown: (guide) => `${instruction[guide]}: got all steps at once and did not come all the way.`,
    stepNames: {
      insert: 'putting the card in the reader',
      icon: 'right-clicking the Net iD icon',
      'unlock-menu': 'choosing "Lås upp kort med PUK-kod"',
      'unlock-window': 'following the steps in the window',
      code: 'choosing legitimering or underskrift',
      'change-menu': 'choosing "Ändra säkerhetskod"',
      'change-window': 'filling in the old and the new code in the window',
      confirm: 'pressing OK',
    },
    trouble: { 'card-not-read': 'The card is not read.', 'no-icon': 'The Net iD icon is not there.', other: 'Something else went wrong.', 'wrong-puk': 'The PUK is not accepted.' },
    ownWords: (words) => `In the user's own words: ${words}`,
    advised: {
      'card-not-read': 'Was advised: driver of the card reader, reading the card again, another computer, self-test.',
      'no-icon': 'Was advised: licensed Net iD for SITHS, another computer, self-test.',
      other: 'Was advised: self-test, reading the card again, driver of the card reader, Net iD, another computer.',
    },
    stillFailing: 'It still does not work.',
  },
};
