import type { Ambiguity } from './ambiguous.sv.ts';

/** English messages that fit several topics, as in ambiguous.sv.ts. */
export const ENGLISH_AMBIGUITIES: readonly Ambiguity[] = [
  { between: ['card-lost', 'pin-forgotten'], texts: ['my card is blocked', 'card blocked', 'the card has been blocked', 'blocked card'] },
  { between: ['order-card', 'card-validity'], texts: ['my card expires soon', 'the card is about to expire', 'expired card'] },
  { between: ['order-card', 'card-lost', 'certificate-missing'], texts: ['card', 'my card', 'problem with my card', 'a question about my card', 'help with the card'] },
  { between: ['pin-forgotten', 'pin-change', 'pin-rules'], texts: ['code', 'PIN code', 'my PIN', 'problem with my PIN'] },
  { between: ['certificate-missing', 'certificate-expiry', 'remove-certificate'], texts: ['certificate', 'certificates', 'problem with the certificate'] },
  { between: ['order-card', 'card-ready'], texts: ['new card', 'my new card'] },
];
