import { pieces } from '../shared-examples.ts';

/** Keys of the form that Azure's services used before they marked them; nobody's. */
export const key86 = pieces(
  'kX8vQ2mZ7tR4wL9nB3cH6jD1fG5sP0aY',
  '+uE/iOxKqWzVbTrNyMhJlCdFgSpA2e4U',
  '6I8o0Q1w3R5t7Y9zXcVbNm',
  '==',
);

export const key43 = pieces('q7Zx2Vb9Lm4Kt8Wc1Rf6', 'Yh3Jd5Gm0PsNaEuIoQ', 'wErTy', '=');
