/** What is known of a person so far, as a dialog's state keeps it. */
import * as z from 'zod';

export const contactSchema = z.object({
  name: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  email: z.string().exactOptional(),
  hsaId: z.string().exactOptional(),
  rsid: z.string().exactOptional(),
  unit: z.string().exactOptional(),
});

/** The identity that a channel vouched for. */
export const identitySchema = z.object({ id: z.string(), name: z.string(), phone: z.string().exactOptional(), email: z.string().exactOptional() });
