import { type Country, countries, type Language, languages } from '../../../shared/contract/setup.ts';
import type { Messages } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Form } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import type { Draft } from './draft.ts';

const countryCodes = Object.keys(countries) as Country[];

/** Language and country: they decide the words, the currency, how tax is added, and whether the till may sell. */
export function PlaceStep(props: {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  onNext: () => void;
}) {
  const { t } = useWords();
  const { language, country } = props.draft;
  useKeys({ keys: { confirm: props.onNext } });
  return (
    <Form onEnter={props.onNext} className="flex flex-1 flex-col gap-5">
      <Choice<Language>
        label={t.setup.first.language}
        value={language}
        options={languages.map(value => ({ value, label: t.setup.languages[value] }))}
        onChange={value => props.onChange({ language: value })}
      />
      <Choice<Country>
        label={t.setup.first.country}
        columns={3}
        value={country}
        options={countryCodes.map(value => ({
          value,
          label: t.setup.countries[value],
          note: noteOn(value, t),
        }))}
        onChange={value => props.onChange({ country: value })}
      />
      {countries[country].fiscal && (
        <Notice tone="amber" title={t.setup.first.fiscalTitle}>
          {t.setup.first.fiscal(t.setup.countries[country])}
        </Notice>
      )}
      <Button
        tone="main"
        size="tender"
        act="confirm"
        onPress={props.onNext}
        className="mt-auto self-end px-8"
      >
        {t.setup.first.next}
      </Button>
    </Form>
  );
}

const noteOn = (country: Country, t: Messages): string => {
  const { currency, taxMode, fiscal } = countries[country];
  return `${currency} · ${fiscal ? t.setup.first.fiscalShort : t.setup.first.tax[taxMode]}`;
};
