import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { haveWords } from './languages.ts';

// For the pieces of a page that say more than its first words (see `firstTable`): whoever imports it has them all.
haveWords('zh-CN', zhCN);
