import { z } from 'zod';

export const wordSchema = z.string().min(1).max(200);

/** A heading’s text, as it is compared. */
export const headingSchema = wordSchema.regex(/^(?!#{1,6}\s)/, 'the words of the heading, without # before them');
