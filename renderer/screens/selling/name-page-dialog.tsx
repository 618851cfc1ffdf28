import { useState } from 'react';
import { quickTitleMax } from '../../../shared/domain/quick-page.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { useWords } from '../../kit/words.tsx';

/** The name of a page of quick keys, in a text box, for it may be Han characters. */
export function NamePageDialog(props: {
  title: string;
  onName: (title: string) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const words = t.selling.arrange;
  const [title, setTitle] = useState(props.title);
  const [tried, setTried] = useState(false);
  const wrong = title.trim() === '';
  const save = () => {
    setTried(true);
    if (wrong) return;
    if (title.trim() !== props.title) props.onName(title.trim());
    props.onClose();
  };
  useKeys({ modal: true, keys: { back: props.onClose } });
  return (
    <Dialog
      title={words.namePage}
      onClose={props.onClose}
      actions={
        <>
          <Button tone="main" act="confirm" onPress={save}>
            {t.common.save}
          </Button>
          <Button act="back" onPress={props.onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <Form onEnter={save}>
        <Field
          label={words.pageTitle}
          value={title}
          maxLength={quickTitleMax}
          autoFocus
          error={tried && wrong ? words.titleMissing : null}
          onChange={setTitle}
        />
      </Form>
    </Dialog>
  );
}
