import type { ReactNode } from 'react';
import { Panel } from '../kit/panel.tsx';

/** A piece, or some of a kind, under their name. */
export const Piece = ({ title, children }: { title: string; children: ReactNode }) => (
  <Panel className="flex flex-col gap-3 p-4">
    <h2 className="text-lead font-semibold">{title}</h2>
    {children}
  </Panel>
);
