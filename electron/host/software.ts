/** Stands in the first fact of every epoch: which program wrote this journal. */
export const software = 'evertill 0.1.0';
