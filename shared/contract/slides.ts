import { z } from 'zod';
import { type Slides, slideBytesMax, slideName, slideSeconds, slidesMax } from '../domain/slides.ts';
import { command } from './word.ts';

export const SlidesField: z.ZodType<Slides> = z.object({
  seconds: z.literal(slideSeconds),
  files: z.array(z.string().regex(slideName)).max(slidesMax),
});

/** Takes a picture in and shows it last; the whole of it, for it is no larger than a screen. */
export const addSlide = command(
  'manage-settings',
  z.object({ base64: z.base64().max((slideBytesMax * 4) / 3 + 8) }),
).returns<{ file: string }>();
