/** The mark and the name. */
export function Logo({ size = 'md' }: { size?: 'md' | 'lg' }) {
  const side = size === 'lg' ? 44 : 28;
  return (
    <span className={`logo logo-${size}`}>
      <svg width={side} height={side} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="9" className="logo-field" />
        <circle cx="16" cy="16" r="8.25" className="logo-line" />
        <path d="M13.8 13.4 16.6 12v8" className="logo-line" />
      </svg>
      <span className="logo-name">DigiOne</span>
    </span>
  );
}
