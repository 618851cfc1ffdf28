import type { FindingName, FindingState, Findings } from '../../../shared/i18n/cli.ts';

/** One thing that was looked at. */
export type Finding = {
  [Name in FindingName]: {
    readonly name: Name;
    readonly state: FindingState;
    readonly found: Findings[Name];
  };
}[FindingName];
