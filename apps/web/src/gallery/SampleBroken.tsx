/** A card that fails, to show that the others stay. */
export default function SampleBroken(): never {
  throw new Error('This card fails on purpose');
}
