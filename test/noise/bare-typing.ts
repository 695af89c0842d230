/** No care for signs or for the shift key. */
import type { Noise } from './noise.ts';

export const noPunctuation: Noise = (text) => text.replace(/[^\p{L}\p{N}\s-]+/gu, ' ').replace(/\s+/gu, ' ').trim().toLowerCase();
export const upperCase: Noise = (text) => text.toUpperCase();
