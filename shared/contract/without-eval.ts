// For the page, whose policy forbids making code from text: zod would try it once, for speed, and be reported.
// It must be imported before any word, for zod looks when the first schema is made. The core keeps its speed.
// zod takes up the settings that it finds under this name, so that it need not come with the page for them.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
