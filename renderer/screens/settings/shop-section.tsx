import { useState } from 'react';
import { type Language, languages, type Setting } from '../../../shared/contract/setup.ts';
import { invoiceAddressFault, invoiceAddressMax } from '../../../shared/domain/invoice/address.ts';
import { minor } from '../../../shared/domain/money.ts';
import { type CashRounding, roundingsIn } from '../../../shared/domain/rounding.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { useWords } from '../../kit/words.tsx';
import { SectionFoot } from './section-foot.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { sameSetting, useSaved } from './use-saved.ts';

const tillLabel = /^[0-9A-Z]{1,4}$/;

/** What stands on every receipt, and the language of till and paper. */
export function ShopSection({ setup, may }: SectionProps) {
  const { t, format } = useWords();
  const words = t.setup.settings;
  const roundings = words.cashRoundings(format.amountParts(minor(0)).sign);
  const { save, busy } = useSaved();
  const [shop, setShop] = useState(setup.shop);
  const [label, setLabel] = useState(setup.till.label);
  const labelFault = tillLabel.test(label) ? null : words.tillLabelWrong;
  const [invoiceUrl, setInvoiceUrl] = useState(setup.invoiceUrl);
  const urlFault = invoiceUrl === '' ? null : invoiceAddressFault(invoiceUrl);
  const nameFault = shop.name.trim() === '' ? words.shopNameMissing : null;
  const changes: Setting[] = [
    ...(sameSetting(shop, setup.shop) ? [] : [{ setting: 'shop' as const, value: shop }]),
    ...(label === setup.till.label ? [] : [{ setting: 'till-label' as const, value: label }]),
    ...(invoiceUrl === setup.invoiceUrl ? [] : [{ setting: 'invoice-url' as const, value: invoiceUrl }]),
  ];
  const ready = may && !busy && !labelFault && !nameFault && !urlFault && changes.length > 0;
  const go = () => {
    if (ready) void save(changes);
  };
  useKeys({ keys: { confirm: go } });
  const text = (field: keyof typeof shop, maxLength: number, error: string | null = null) => ({
    value: shop[field],
    maxLength,
    error,
    disabled: !may,
    onChange: (value: string) => setShop(now => ({ ...now, [field]: value })),
  });
  return (
    <Form onEnter={go} className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-x-5 gap-y-3">
        <Choice<Language>
          label={words.language}
          value={setup.language}
          options={languages.map(value => ({ value, label: t.setup.languages[value] }))}
          onChange={value => {
            if (may) void save([{ setting: 'language', value }]);
          }}
        />
        <Field
          label={words.tillLabel}
          hint={words.tillLabelHint}
          error={labelFault}
          value={label}
          maxLength={4}
          disabled={!may}
          onChange={value => setLabel(value.toUpperCase())}
        />
        <div className="col-span-2">
          <Choice<CashRounding>
            label={words.cashRounding}
            columns={3}
            value={setup.cashRounding}
            options={roundingsIn(setup.country).map(value => ({ value, label: roundings[value] }))}
            onChange={value => {
              if (may) void save([{ setting: 'cash-rounding', value }]);
            }}
          />
        </div>
        <Field label={words.shopName} {...text('name', 40, nameFault)} />
        <Field label={words.branch} {...text('branch', 40)} />
        <Field label={words.address} {...text('address', 80)} />
        <Field label={words.phone} inputMode="tel" {...text('phone', 30)} />
        <Field
          className="col-span-2"
          label={words.invoiceUrl}
          inputMode="url"
          hint={words.invoiceUrlHint}
          error={urlFault && words.invoiceUrlFaults[urlFault]}
          placeholder="https://fp.example.com/i?no={receipt}&amount={amount}"
          value={invoiceUrl}
          maxLength={invoiceAddressMax}
          disabled={!may}
          onChange={value => setInvoiceUrl(value.trim())}
        />
      </div>
      <SectionFoot>
        <Button tone="main" act="confirm" className="min-w-44" disabled={!ready} onPress={go}>
          {t.common.save}
        </Button>
      </SectionFoot>
    </Form>
  );
}
