/** Linear light of a colour, each channel 0–1. */
export type Linear = readonly [red: number, green: number, blue: number];

/** A `#rrggbb` or `oklch(L% C H)` colour as linear light (CSS Color 4 §10). @throws Error for any other notation */
export function toLinear(colour: string): Linear {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (hex) return [1, 2, 3].map((index) => fromGamma(parseInt(hex[index] ?? '', 16) / 255)) as unknown as Linear;
  const oklch = /^oklch\(([\d.]+)%\s+([\d.]+)\s+([\d.]+)\)$/.exec(colour.trim());
  if (!oklch) throw new Error(`Not a colour this test reads: ${colour}`);
  const [lightness = 0, chroma = 0, hue = 0] = oklch.slice(1).map(Number);
  return fromOklab(lightness / 100, chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180));
}

const fromGamma = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function fromOklab(lightness: number, a: number, b: number): Linear {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The contrast ratio of two colours, 1–21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [dark = 0, light = 0] = [luminance(toLinear(one)), luminance(toLinear(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
