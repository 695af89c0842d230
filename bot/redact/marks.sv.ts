/** What stands in the place of a secret. Changing a mark makes stored texts with the old one look like ordinary words. */
import type { SecretKind } from '../conversation/types.ts';

export const MARKS: Readonly<Record<SecretKind, string>> = {
  pin: '[borttagen kod]',
  puk: '[borttagen kod]',
  code: '[borttagen kod]',
  personnummer: '[borttaget personnummer]',
  password: '[borttaget lösenord]',
};
