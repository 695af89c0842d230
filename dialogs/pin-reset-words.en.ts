/** What people type in the PIN reset, English. See the Swedish file. */
import type { Words } from './pin-reset-words.sv.ts';

const fails = [
  'did not work', 'didn t work', 'does not work', 'doesn t work', 'not working', 'not work', 'nothing happens', 'nothing happened', 'error', 'cannot find', 'can t find',
  'can t see', 'cannot see', 'stuck', 'failed', 'fails',
];

const lostPuk = [
  'lost puk', 'lost my puk', 'lost the puk', 'forgot puk', 'forgot my puk', 'forgotten my puk', 'no puk', 'don t have a puk', 'don t have my puk', 'don t have the puk',
  'do not have my puk', 'do not have the puk', 'can t find my puk', 'cannot find my puk', 'new puk', 'without puk', 'don t know my puk',
];

export const words: Words = {
  typed: {
    forgot: ['forgot', 'forgotten', 'forgot my pin', 'i forgot it', 'i do not remember'],
    locked: ['locked', 'card is locked', 'wrong code', 'pin is locked'],
    change: ['change', 'change pin', 'change my pin', 'new pin'],
    'puk-lost': ['puk', 'no puk', 'lost puk', 'new puk'],
    'card-lost': ['card is lost', 'card is gone', 'lost', 'stolen', 'lost card', 'lost my card'],
    'puk-yes': ['yes', 'yep', 'yeah', 'i have it', 'i do', 'yes i do', 'yes i have'],
    'puk-no': ['no', 'nope', 'no puk', 'i do not', 'i don t', 'lost it', 'lost'],
    'what-is-puk': ['what is puk', 'what is a puk', 'what is that', 'don t know', 'do not know', 'not sure', 'puk'],
    'employed-yes': ['yes', 'yep', 'yeah', 'i am', 'yes i am', 'employed', 'region skåne'],
    'employed-no': ['no', 'nope', 'private', 'not employed', 'private care provider', 'another employer'],
    done: ['done', 'ok', 'okay', 'next', 'ready', 'yes', 'yep', 'yeah', 'continue', 'go on', 'it worked', 'check', 'both'],
    failed: ['no', 'nope', 'it did not work', 'it didn t work', 'does not work', 'doesn t work', 'not working', 'can t find it', 'nothing happens'],
    'all-steps': ['all', 'all steps', 'everything', 'show all', 'all at once'],
    legitimering: ['log in', 'login', 'logging in', 'the first', 'identification'],
    underskrift: ['sign', 'signing', 'signature', 'the second'],
    'what-is-the-difference': ['the difference', 'what is the difference', 'which', 'which one', 'which code', 'don t know', 'do not know', 'not sure'],
    'card-not-read': ['the card', 'the reader', 'card reader', 'not read'],
    'no-icon': ['the icon', 'no icon', 'can t find the icon', 'net id'],
    'wrong-puk': ['puk', 'wrong puk', 'puk is locked'],
    'wrong-pin': ['wrong code', 'wrong pin', 'old pin', 'pin is locked'],
    other: ['other', 'something else', 'don t know', 'do not know', 'none of these'],
    worked: ['yes', 'yep', 'yeah', 'ok', 'okay', 'done', 'it works', 'it works now', 'it worked', 'solved'],
    'still-failing': ['no', 'nope', 'still not', 'still not working', 'not working', 'same error', 'it does not work'],
  },
  phrases: {
    forgot: ['forgot', 'forgotten', 'don t remember', 'do not remember', 'can t remember', 'cannot remember'],
    locked: ['locked', 'unlock', 'three times', '3 times', 'too many times', 'wrong code', 'wrong pin'],
    change: ['change', 'changing'],
    'puk-lost': lostPuk,
    'card-lost': ['lost my card', 'lost the card', 'card is lost', 'card is gone', 'card was stolen', 'card is stolen', 'stole my card', 'can t find my card', 'cannot find my card'],
    'puk-yes': ['have puk', 'have my puk', 'have the puk', 'have a puk', 'have it', 'found it', 'found my puk'],
    'puk-no': ['don t have', 'do not have', 'haven t', 'can t find', 'cannot find', 'lost', 'threw'],
    'what-is-puk': ['what is puk', 'what is a puk', 'what is the puk', 'what s a puk', 'what does puk mean', 'what puk is'],
    'employed-yes': ['employed by region', 'employed at region', 'work for region', 'work at region', 'work in region'],
    'employed-no': ['not employed', 'private', 'another employer', 'municipality', 'consultant', 'agency'],
    done: ['it worked', 'is done', 'have done', 'went well', 'found the icon', 'found it', 'see the icon', 'has been read', 'stopped spinning'],
    failed: fails,
    'all-steps': ['all steps', 'all the steps', 'all at once', 'everything at once', 'whole instruction', 'whole list'],
    legitimering: ['legitimering', 'log in', 'login', 'logging in'],
    underskrift: ['underskrift', 'sign', 'signing', 'signature'],
    'what-is-the-difference': ['what is the difference', 'what s the difference', 'which code', 'which one', 'what is legitimering', 'what is underskrift', 'what does legitimering', 'what does underskrift'],
    'card-not-read': ['not read', 'isn t read', 'keeps spinning', 'still spinning', 'no card', 'reader does not work', 'reader doesn t work', 'reader is broken'],
    'no-icon': ['no icon', 'can t find the icon', 'cannot find the icon', 'can t see the icon', 'cannot see the icon', 'don t see the icon', 'don t see any icon', 'icon is missing', 'icon is not there', 'no net id', 'don t have net id'],
    'wrong-puk': ['wrong puk', 'puk is wrong', 'puk is locked', 'puk does not work', 'puk doesn t work', 'puk did not work', 'puk didn t work', 'puk is not accepted'],
    'wrong-pin': ['wrong code', 'wrong pin', 'code is wrong', 'pin is wrong', 'pin is locked', 'old pin does not work', 'old pin doesn t work', 'pin is not accepted', 'forgot'],
    other: ['something else', 'none of these'],
    worked: ['works now', 'it works', 'it worked', 'that helped', 'it helped', 'solved'],
    'still-failing': [...fails, 'still not', 'same error', 'did not help', 'didn t help'],
  },
  variants: [
    ...['puc', 'puck', 'puk code', 'puk codes', 'puc code'].map((form) => [form, 'puk'] as const),
    ...['pin code', 'pin number', 'security code'].map((form) => [form, 'pin'] as const),
  ],
  negations: ['not', 'no', 'never', 't'],
  unclear: ['blocked', 'trouble', 'problem', 'problems', 'not working', 'does not work', 'doesn t work', 'issue', 'issues'],
};
