import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * The heading of a page, and its name in the tab. After a way through the pages the heading has the focus, so that the
 * keyboard and a screen reader begin at the new page; a box that takes the focus itself keeps it.
 *
 * @param title what the tab says; never the name of a person, which a browser would keep in its history
 * @param children what the heading shows, where that differs from the title
 */
export function PageTitle({
  title,
  hidden = false,
  lang,
  children,
}: {
  title: string;
  hidden?: boolean;
  lang?: string;
  children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const product = t('productShort');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  useEffect(() => {
    const focused = document.activeElement;
    if (focused?.id === 'content' && heading.current) heading.current.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} lang={lang} className={hidden ? 'visuallyHidden' : 'pageTitle'}>
      {children ?? title}
    </h1>
  );
}
