/** The shop's name and a few words, calm and from afar. */
export const Sign = ({ title, text }: { title: string; text: string }) => (
  <div className="m-auto flex flex-col gap-[4vh] px-[4vw] text-center">
    <h1 className="text-[clamp(48px,11vh,120px)] leading-tight font-[650]">{title}</h1>
    <p className="text-[clamp(32px,6vh,60px)] text-muted">{text}</p>
  </div>
);
