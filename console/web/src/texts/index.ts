import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Words = () => Promise<{ default: Record<string, unknown> }>;

/** Only the words of the language in use are fetched, those of the first pages before all others. */
const WORDS: Record<Language, { first: Words; rest: Words }> = {
  vi: { first: () => import('virtual:words-vi-first'), rest: () => import('virtual:words-vi-rest') },
  en: { first: () => import('virtual:words-en-first'), rest: () => import('virtual:words-en-rest') },
};

const REMEMBERED = 'uhr-language';
const NAMESPACE = 'translation';
let rest: Promise<void> | null = null;

function remembered(): Language {
  return window.localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'vi';
}

async function fetchWords(language: Language): Promise<void> {
  const parts = rest ? [WORDS[language].first(), WORDS[language].rest()] : [WORDS[language].first()];
  for (const { default: words } of await Promise.all(parts)) add(language, words);
}

function add(language: string, words: Record<string, unknown>) {
  i18next.addResourceBundle(language, NAMESPACE, words, true, true);
}

/** Fetches what pages other than the first say, unless it is there; such a page is not shown before. */
export function allWords(): Promise<void> {
  if (rest === null) {
    const fetched = WORDS[i18next.language === 'en' ? 'en' : 'vi'].rest();
    rest = fetched.then(({ default: words }) => add(i18next.language, words));
    // A part that could not be fetched is asked for again by the next page.
    rest.catch(() => {
      rest = null;
    });
  }
  return rest;
}

/** Changes the language of the pages, for this browser and for good. */
export async function speak(language: Language): Promise<void> {
  await fetchWords(language);
  await i18next.changeLanguage(language);
  window.localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
}

/** Vietnamese unless this browser's user chose English before. */
export async function startTexts(): Promise<void> {
  const language = remembered();
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  await speak(language);
}
