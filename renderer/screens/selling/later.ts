import '../../kit/chinese-words.ts';
import { AgeDialog } from './age-dialog.tsx';
import { ArrangeFoot, ArrangePanel } from './arrange-panel.tsx';
import { CreatePanel } from './create-panel.tsx';
import { DiscountPanel } from './discount-panel.tsx';
import { LabelAgain } from './label-again.tsx';
import { OpenPanel } from './open-panel.tsx';
import { PricePanel } from './price-panel.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { VoidDialog } from './void-dialog.tsx';

/** What the counter asks now and then. */
export const laterPanels = {
  AgeDialog,
  ArrangeFoot,
  ArrangePanel,
  CreatePanel,
  DiscountPanel,
  LabelAgain,
  OpenPanel,
  PricePanel,
  ReasonDialog,
  VoidDialog,
};
