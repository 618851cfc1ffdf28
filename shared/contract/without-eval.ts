import { config } from 'zod';

// For the page, whose policy forbids making code from text: zod would try it once, for speed, and be reported.
// It must be imported before any word, for zod looks when the first schema is made. The core keeps its speed.
config({ jitless: true });
