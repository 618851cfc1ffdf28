import { useEffect, useState } from 'react';
import { explain } from '../../../shared/i18n/index.ts';
import { useEntry } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { codeEntry, PinEntry } from '../../input/pin-entry.tsx';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Fault } from '../../kit/notice.tsx';
import { QrCode } from '../../kit/qr-code.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';

/** Shows a secret to a phone once, as a QR code; the first code from the phone proves that it has it. */
export function PhoneDialog({ onClose }: { onClose: () => void }) {
  const { t, format } = useWords();
  const words = t.people;
  const ask = useQuery('setup.totpUri');
  const confirm = useCommand('setup.confirmTotp', { quiet: true });
  const code = useEntry(codeEntry);
  const [uri, setUri] = useState<string | null>(null);
  const [fault, setFault] = useState<{ what: string; todo: string } | null>(null);
  useEffect(() => {
    void ask({}).then(answer => {
      if (answer.ok) setUri(answer.value.uri);
    });
  }, [ask]);
  const prove = async () => {
    if (code.read().length < codeEntry.lengthMax) {
      setFault(t.session.codeShort);
      return;
    }
    const answer = await confirm({ code: code.read() });
    code.clear();
    if (!answer.ok) {
      setFault(explain(answer.refusal, t, format));
      return;
    }
    toast({ tone: 'green', title: words.phoneReady });
    onClose();
  };
  useKeys({ modal: true, entry: code, keys: { back: onClose, confirm: () => void prove() } });
  return (
    <Dialog
      wide
      title={words.phoneTitle}
      onClose={onClose}
      actions={
        <Button act="back" onPress={onClose}>
          {t.common.cancel}
        </Button>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)_330px] gap-6">
        <div className="flex flex-col gap-3">
          <p>{words.phoneScan}</p>
          {/* Black on white in every theme: phones don't read it otherwise. */}
          {uri && (
            <div className="w-fit bg-white p-4 text-black">
              <QrCode needed text={uri} title={words.phoneTitle} x={0} y={0} size={250} />
            </div>
          )}
        </div>
        <div className="flex flex-col justify-end gap-3">
          <Fault fault={fault} />
          <PinEntry open entry={code} label={words.firstCode} onEnter={() => void prove()} />
        </div>
      </div>
    </Dialog>
  );
}
