/** What Teams shows of the app in English. */
import type { AppTexts } from './texts.sv.ts';

export const en: AppTexts = {
  fullName: (name) => `${name}: questions and help about the staff card`,
  short: 'Answers about the e-tjänstekort (staff card), and help when you have lost it.',
  full: `A bot that answers questions about the e-tjänstekort (the staff card): how long it is valid, how you order and collect it, PIN and PUK, and problems logging in.

It also helps you step by step when you have lost the card, need a new PIN or want to reach Servicedesk.

You write to a bot, not to a person. Never write codes or your personnummer (personal identity number).`,
  personal: [
    { title: 'I have lost my card', description: 'Block the card as soon as possible', intent: 'card-lost' },
    { title: 'I have forgotten my PIN', description: 'Create a new one, step by step', intent: 'pin-forgotten' },
    { title: 'I cannot log in with my card', description: 'What you can try yourself', intent: 'certificate-missing' },
    { title: 'How do I order a card?', description: 'The first card, or a new one', intent: 'order-card' },
    { title: 'Where are the card stations?', description: 'Where you are photographed and collect the card', intent: 'card-stations' },
    { title: 'Talk to Servicedesk', description: 'Phone numbers, or a ticket that the bot writes', intent: 'talk-to-servicedesk' },
  ],
  shared: [
    { title: 'How long is the card valid?', description: 'The validity of the card', intent: 'card-validity' },
    { title: 'How do I order a card?', description: 'The first card, or a new one', intent: 'order-card' },
    { title: 'Where are the card stations?', description: 'Where you are photographed and collect the card', intent: 'card-stations' },
    { title: 'How do I test my card?', description: 'Check the card yourself', intent: 'test-card' },
    { title: 'What are the rules for a PIN?', description: 'What the code must look like', intent: 'pin-rules' },
    { title: 'Who do I contact about my card?', description: 'Who helps with what', intent: 'support-contact' },
  ],
};
