/**
 * What the scheme that serves the page may do. With `codeCache` Chromium keeps what it has compiled for the next morning,
 * which it does by itself for web addresses only.
 * Source: https://www.electronjs.org/docs/latest/api/structures/custom-scheme
 */
export const pagePrivileges = { standard: true, secure: true, codeCache: true };

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

type Display = {
  readonly id: number;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
};
type Screen = { getPrimaryDisplay(): Display; getAllDisplays(): readonly Display[] };

/**
 * How the customer's window is made where a second display faces the customer; undefined where there is none.
 * The same page that can do nothing else, over that whole display; it never takes the focus, so the cashier's
 * keys stay where they are.
 */
export function customerOptions(screen: Screen, preload: string, isPackaged: boolean) {
  const { id } = screen.getPrimaryDisplay();
  const facing = screen.getAllDisplays().find(display => display.id !== id);
  if (!facing) return undefined;
  return {
    ...windowOptions(preload, false, isPackaged),
    ...facing.bounds,
    fullscreen: true,
    focusable: false,
  };
}

type Permissions = {
  setPermissionRequestHandler(
    answer: (contents: unknown, permission: string, tell: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(answer: () => boolean): void;
  setDevicePermissionHandler(answer: () => boolean): void;
};

/** Camera, notifications, serial ports, whatever a page can ask for: no, however it asks. */
export function denyPermissions(session: Permissions): void {
  session.setPermissionRequestHandler((_contents, _permission, tell) => tell(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
