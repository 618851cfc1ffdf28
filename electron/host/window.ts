/**
 * How the desktop's window is made: a page that is shown and can do nothing else. `preload` is the one file
 * that runs beside it; `kiosk` fills the screen.
 */
export const windowOptions = (preload: string, kiosk: boolean, isPackaged: boolean) => ({
  width: 1366,
  height: 820,
  kiosk,
  autoHideMenuBar: true,
  webPreferences: {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: !isPackaged,
  },
});
