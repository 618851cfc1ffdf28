import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { DialogProps } from './dialog.tsx';

/** A dialog as it is drawn: over everything, with the focus kept inside and given back afterwards. */
export function Overlay(props: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={open => {
        if (!open) props.onClose();
      }}
      className="fixed inset-0 z-30 grid place-items-center bg-veil p-3"
    >
      <Modal
        className={`max-h-full overflow-auto rounded-till border border-line bg-surface ${props.wide ? 'w-[820px]' : 'w-[560px]'} max-w-full`}
      >
        <AriaDialog className="flex flex-col gap-4 p-6 outline-none">
          <Heading slot="title" className="text-title font-semibold">
            {props.title}
          </Heading>
          <div className="flex flex-col gap-3">{props.children}</div>
          {props.actions && <div className="flex flex-row-reverse flex-wrap gap-3">{props.actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
