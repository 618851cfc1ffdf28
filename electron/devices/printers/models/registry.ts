import type { PrinterModel } from '../model.ts';
import { epson80 } from './epson-80/model.ts';
import { generic58 } from './generic-58/model.ts';
import { generic80 } from './generic-80/model.ts';

/** Every printer model; a new one is its folder and one line here. The conformance suite prints through each. */
export const printerModels: readonly PrinterModel[] = [generic80, generic58, epson80];

/** The model of that id, or undefined where no such model is known (settings of a newer till). */
export function printerModel(id: string): PrinterModel | undefined {
  return printerModels.find(model => model.id === id);
}
