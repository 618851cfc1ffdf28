import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

// Runs the built main process (first argument) with the stand-in for `electron`, and does for the test what
// it asks over IPC.

const standIn = new URL('./stand-in-electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context),
});
const { app, askPermission, killUtility, mainModuleHasRun, notes, shownPage } = (await import(
  standIn
)) as typeof import('./stand-in-electron.ts');

export type Wish =
  | { do: 'notes' }
  | { do: 'evaluate'; script: string; window?: number }
  | { do: 'reload' }
  | { do: 'permission'; name: string }
  | { do: 'kill'; name: string }
  | { do: 'quit' };

const fulfil = async (wish: Wish): Promise<unknown> => {
  switch (wish.do) {
    case 'notes':
      return notes;
    case 'evaluate':
      return shownPage(wish.window).evaluate(wish.script);
    case 'reload':
      return void (await shownPage().reload());
    case 'permission':
      return askPermission(wish.name);
    case 'kill':
      return killUtility(wish.name);
    case 'quit':
      return app.quit();
  }
};
process.on('message', ({ number, wish }: { number: number; wish: Wish }) => {
  fulfil(wish).then(
    value => process.send!({ number, value }),
    (error: unknown) => process.send!({ number, error: String(error) }),
  );
});
process.once('disconnect', () => process.exit());

await import(pathToFileURL(process.argv[2]!).href);
mainModuleHasRun();
