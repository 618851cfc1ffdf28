import type { Wallet } from '../../../shared/domain/wallet-codes.ts';
import { play } from '../../app/earcons.ts';
import { closeChoice, useQuestion } from '../../app/moments.tsx';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** A scan could be a label of goods or a payment code, which only whoever holds the scanner sees. */
export function CodeOrLabel() {
  const question = useQuestion();
  return question?.outcome === 'code-or-label' && <Asked name={question.name} wallet={question.wallet} />;
}

function Asked({ name, wallet }: { name: string; wallet: Wallet }) {
  const { t } = useWords();
  const words = t.selling.codeOrLabel;
  const take = useCommand('selling.takeAsCode');
  const scan = useCommand('selling.scan');
  const charge = () => {
    closeChoice();
    void take({});
  };
  useKeys({
    modal: true,
    keys: { pay: charge, back: closeChoice },
    // A customer who shows a fresh code has answered by it.
    scan: text => {
      closeChoice();
      void scan({ text, from: 'keyboard' }).then(answer => answer.ok || play('error'));
    },
  });
  return (
    <Dialog
      title={words.title}
      onClose={closeChoice}
      actions={
        <>
          <Button tone="main" size="tender" act="pay" onPress={charge}>
            {words.code}
          </Button>
          <Button size="tender" act="back" onPress={closeChoice}>
            {words.label}
          </Button>
        </>
      }
    >
      <p className="text-lead">{words.what(name, wallet)}</p>
      <p>{words.todo}</p>
    </Dialog>
  );
}
