import type { ReactNode } from 'react';
import type { Moment } from '../../shared/contract/selling.ts';
import { useKeys } from '../input/keys.ts';
import { keepFocus } from '../kit/button.tsx';
import { useWords } from '../kit/words.tsx';
import { tell } from './moment-words.ts';
import { dismissBanner, useBanner } from './moments.tsx';

/** What can be done about a code that is on no price list. */
export type UnknownWays = {
  /** Puts goods on the list under it. */
  readonly create: () => void;
  /** Sells it this once, at a price that is typed. */
  readonly sell: () => void;
  /** Looks for the goods by their name. */
  readonly search: () => void;
};

/** Where screens of the counter say what was wrong with a scan; it stays until the next scan or Escape. */
export function MomentBanner({ ways }: { ways?: UnknownWays }) {
  const banner = useBanner();
  return banner && <Banner key={banner.seq} what={banner.what} ways={ways} />;
}

function Banner({ what, ways }: Pick<Moment, 'what'> & { ways: UnknownWays | undefined }) {
  const words = useWords();
  const { t } = words;
  useKeys({ keys: { back: dismissBanner } });
  const told = tell(what, words);
  if (!told) return null;
  const open = isOpen(what) ? ways : undefined;
  const look =
    told.tone === 'red' ? 'border-red bg-red text-red-ink' : 'border-amber-bar bg-amber-soft text-amber';
  return (
    <div
      role="alert"
      className={`@container shrink-0 rounded-till border-2 px-5 py-4 max-[1200px]:px-4 max-[1200px]:py-2.5 ${look}`}
    >
      {/* Where it is narrow, what closes it stands behind the ways out. */}
      <div className="flex flex-wrap items-center gap-2">
        <div className="flex flex-1 basis-[calc(100%-10rem)] items-center gap-4 max-[1200px]:gap-3 @max-[30rem]:basis-full">
          <span aria-hidden className="text-title font-bold">
            {told.tone === 'red' ? '!' : '△'}
          </span>
          <div className="min-w-0 flex-1">
            <p className="text-title font-semibold max-[1200px]:text-[26px]">{told.what}</p>
            <p className={`max-[1200px]:text-[17px] ${told.tone === 'red' ? '' : 'text-ink'}`}>
              {open ? t.selling.moments.unknownWays : told.todo}
            </p>
          </div>
        </div>
        <BannerKey onPress={dismissBanner} last>
          Esc {t.selling.moments.dismiss}
        </BannerKey>
        {open && <Ways ways={open} mayCreate={what.outcome === 'unknown-code' && what.code !== undefined} />}
      </div>
    </div>
  );
}

/** A code that was read whole, and is nobody's. */
const isOpen = (what: Moment['what']): boolean =>
  what.outcome === 'unknown-code' && what.plu === undefined && !what.checkDigitWrong;

function Ways({ ways, mayCreate }: { ways: UnknownWays; mayCreate: boolean }) {
  const { t, cap } = useWords();
  return (
    <>
      {mayCreate && (
        <BannerKey onPress={ways.create}>
          {cap('create-goods')} {t.selling.create.short}
        </BannerKey>
      )}
      <BannerKey onPress={ways.sell}>
        {cap('open-goods')} {t.selling.open.once}
      </BannerKey>
      <BannerKey onPress={ways.search}>
        {cap('search')} {t.selling.search}
      </BannerKey>
    </>
  );
}

function BannerKey(props: { onPress: () => void; last?: boolean; children: ReactNode }) {
  const place = props.last ? '@max-[30rem]:order-last @max-[30rem]:flex-1' : 'flex-1';
  return (
    <button
      type="button"
      onClick={props.onPress}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`min-h-12 rounded-till border-2 border-current px-4 font-medium whitespace-nowrap max-[1200px]:px-2.5 ${place}`}
    >
      {props.children}
    </button>
  );
}
