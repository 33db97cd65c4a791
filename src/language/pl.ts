import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const polish: LanguagePack = {
  code: 'pl',
  name: 'Polish',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Powiązane artykuły', 'Powiązane', 'Powiązane wpisy', 'Powiązane treści',
      'Powiązane wiadomości', 'Podobne artykuły', 'Podobne wpisy', 'Podobne wiadomości', 'Podobne',
      'Inne artykuły', 'Inne artykuły autora', 'Inne wiadomości', 'Artykuły powiązane',
      'Artykuły podobne', 'Pozostałe wiadomości', 'Pozostałe artykuły', 'Więcej artykułów',
      'Więcej wiadomości', 'Więcej z kategorii', 'Więcej na ten temat', 'Więcej na temat',
      'Najczęściej czytane', 'Najpopularniejsze', 'Najpopularniejsze artykuły',
      'Najchętniej czytane', 'Najczęściej komentowane', 'Popularne', 'Popularne artykuły',
      'Popularne wpisy', 'Popularne teraz', 'Najnowsze', 'Najnowsze wiadomości',
      'Najnowsze artykuły', 'Najnowsze wpisy', 'Najnowsze informacje', 'Ostatnie wpisy',
      'Ostatnie wiadomości', 'Ostatnie artykuły', 'Ostatnio dodane', 'Polecane',
      'Polecane artykuły', 'Polecamy', 'Polecamy również', 'Polecamy także', 'Rekomendacje',
      'Rekomendowane', 'Rekomendowane dla Ciebie', 'Wybrane dla Ciebie', 'Redakcja poleca',
      'Warto przeczytać', 'Warto zobaczyć', 'Może Cię zainteresować', 'Może Cię zainteresuje',
      'Może Cię również zainteresować', 'To może Cię zainteresować', 'Zainteresuje Cię',
      'Zobacz również inne', 'Nie przegap', 'Na czasie', 'Na topie', 'Gorące tematy', 'Ważne',
      'Z ostatniej chwili', 'Wiadomości dnia', 'Wiadomości z ostatniej chwili', 'Aktualności dnia',
      'Czytaj w serwisie', 'Przeczytaj u nas', 'Dziś w serwisie', 'Wyróżnione', 'Trendy',
      'Hity dnia',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Czytaj także', 'Czytaj też', 'Czytaj również', 'Czytaj więcej', 'Zobacz także',
      'Zobacz też', 'Zobacz również', 'Zobacz', 'Przeczytaj także', 'Przeczytaj też',
      'Przeczytaj również', 'Przeczytaj', 'Sprawdź także', 'Sprawdź też', 'Dowiedz się więcej',
      'Posłuchaj także', 'Więcej', 'Więcej na ten temat', 'Polecamy', 'Obejrzyj także',
      'Powiązane',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: [
      'Czytaj także', 'Czytaj też', 'Czytaj również', 'Zobacz także', 'Zobacz też',
      'Przeczytaj także', 'Przeczytaj też',
    ] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Więcej o', 'Powiązane tematy', 'Pozostałe tematy', 'Dowiedz się więcej na temat',
      'Zobacz więcej na temat',
    ] },
    { means: 'tags', where: 'label', seenIn: 'WordPress, news sites', texts: [
      'Tagi', 'Tag', 'Słowa kluczowe', 'Słowo kluczowe', 'Tematy', 'Temat', 'Kategorie',
      'Kategoria', 'Hasła', 'Etykiety', 'Otagowano', 'Opublikowano w', 'Zamieszczono w', 'Działy',
      'Dział', 'Dowiedz się więcej na temat', 'Więcej informacji', 'Oznaczone tagiem', 'Rubryka',
      'Osoby',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Czytaj więcej', 'Czytaj dalej', 'Czytaj całość', 'Czytaj cały artykuł',
      'Przejdź do artykułu', 'Więcej', 'Zobacz więcej', 'Pokaż więcej', 'Zobacz wszystkie',
      'Zobacz wszystko', 'Wczytaj więcej', 'Załaduj więcej', 'Wszystkie artykuły', 'Rozwiń',
      'Dowiedz się więcej', 'Otwórz w nowej karcie', 'Szczegóły',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Źródło', 'Źródła', 'Źródło artykułu', 'Źródło informacji', 'Materiały prasowe',
      'Na podstawie',
    ] },
    { means: 'attribution', where: 'start', seenIn: 'news sites', texts: [
      'Źródło', 'Źródła', 'Na podstawie', 'Artykuł pochodzi', 'Materiał prasowy',
      'Informacja prasowa',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Autor', 'Autorka', 'Autorzy', 'Opracowanie', 'Oprac', 'Redakcja', 'Redaktor', 'Napisał',
      'Napisała', 'Dodał', 'Dodane przez', 'Opublikowane przez', 'Rozmawiał', 'Rozmawiała',
      'Tekst', 'Tłumaczenie', 'Dziennikarz', 'Dziennikarka', 'Korespondent', 'O autorze',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Opublikowano', 'Data publikacji', 'Publikacja', 'Data', 'Aktualizacja', 'Zaktualizowano',
      'Ostatnia aktualizacja', 'Ostatnia modyfikacja', 'Dodano', 'Utworzono', 'Czas czytania',
      'Data dodania', 'Zmodyfikowano',
    ] },
    { means: 'date', where: 'anywhere', seenIn: 'news sites', texts: [
      'min czytania', 'minut czytania', 'czas czytania', 'minuty czytania',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Fot', 'Foto', 'Zdjęcie', 'Zdjęcia', 'Zdjęcie ilustracyjne', 'Źródło zdjęcia',
      'Autor zdjęcia', 'Ilustracja', 'Grafika', 'Wideo', 'Archiwum',
    ] },
    { means: 'caption', where: 'anywhere', seenIn: 'picture credits', texts: [
      'zdjęcie ilustracyjne', 'fot PAP', 'Getty Images', 'zdjęcie poglądowe', 'archiwum prywatne',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: [
      'Oceń artykuł', 'Oceń ten artykuł', 'Twoja ocena', 'Średnia ocena', 'Lubię to',
      'Czy ten artykuł był przydatny',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Ocena', 'Głosuj', 'Sonda', 'Ankieta', 'Wyświetleń', 'Odsłon',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Udostępnij', 'Podziel się', 'Udostępnij na Facebooku', 'Udostępnij na Twitterze',
      'Udostępnij artykuł', 'Drukuj', 'Wydrukuj', 'Wyślij', 'Wyślij znajomemu', 'Wyślij e-mailem',
      'Wyślij mailem', 'Kopiuj link', 'Skopiuj link', 'Link skopiowany', 'Tweetnij', 'Posłuchaj',
      'Posłuchaj artykułu', 'Zapisz', 'Poleć', 'Poleć znajomym', 'Skomentuj i udostępnij',
      'Rozmiar tekstu',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Udostępnij na', 'Udostępnij ten', 'Podziel się z', 'Kliknij, aby', 'Kliknij by',
      'Obserwuj nas', 'Śledź nas', 'Dołącz do nas', 'Polub nas', 'Znajdź nas', 'Znajdziesz nas',
      'Otwiera się w nowym oknie',
    ] },
    { means: 'share', where: 'label', seenIn: 'share buttons', texts: ['Obserwuj'] },
    { means: 'navigation', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Strona główna', 'Menu', 'Menu główne', 'Nawigacja', 'Nawigacja wpisu', 'Przejdź do treści',
      'Przejdź do głównej treści', 'Przeskocz do treści', 'Do góry', 'Na górę', 'Wróć na górę',
      'Powrót do góry', 'Wstecz', 'Dalej', 'Wróć', 'Powrót', 'Następny', 'Poprzedni',
      'Następny artykuł', 'Poprzedni artykuł', 'Następny wpis', 'Poprzedni wpis',
      'Następna strona', 'Poprzednia strona', 'Następne', 'Poprzednie', 'Szukaj', 'Wyszukaj',
      'Wyszukiwarka', 'Szukana fraza', 'O nas', 'O firmie', 'O serwisie', 'Kontakt',
      'Kontakt dla mediów', 'Reklama w serwisie', 'Mapa strony', 'Mapa serwisu',
      'Archiwum wiadomości', 'Archiwa', 'Archiwum numerów', 'Praca', 'Kariera', 'Pomoc', 'Zamknij',
      'Usługi', 'Sklep', 'Linki', 'Prenumerata', 'Ogłoszenia', 'Pogoda', 'Program TV', 'Na żywo',
      'Konkursy', 'Patronaty', 'Wydanie papierowe', 'Język', 'Polski', 'Meta', 'Serwisy',
    ] },
    { means: 'navigation', where: 'start', seenIn: 'WordPress', texts: [
      'Jesteś tutaj', 'Jesteś tu', 'Znajdujesz się', 'Przejdź do',
    ] },
    { means: 'navigation', where: 'label', seenIn: 'WordPress', texts: ['Szukaj'] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Polityka', 'Gospodarka', 'Ekonomia', 'Biznes', 'Sport', 'Kultura', 'Świat', 'Kraj',
      'Polska', 'Społeczeństwo', 'Zdrowie', 'Nauka', 'Technologie', 'Technologia', 'Edukacja',
      'Opinie', 'Felietony', 'Wiadomości', 'Wydarzenia', 'Aktualności', 'Rozrywka', 'Gwiazdy',
      'Film', 'Muzyka', 'Książki', 'Podróże', 'Turystyka', 'Motoryzacja', 'Moto', 'Nieruchomości',
      'Finanse', 'Prawo', 'Styl życia', 'Kobieta', 'Dom', 'Kuchnia', 'Historia', 'Regiony',
      'Kryminalne', 'Piłka nożna', 'Tenis', 'Żużel', 'Media', 'Telewizja', 'Wywiady',
      'Publicystyka', 'Środowisko', 'Religia', 'Europa', 'Komentarze i analizy',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Reklama', 'Reklamy', 'Materiał sponsorowany', 'Artykuł sponsorowany', 'Sponsorowane',
      'Treść sponsorowana', 'Materiał partnera', 'Dalsza część tekstu pod reklamą',
      'Dalsza część artykułu pod', 'Ciąg dalszy artykułu pod reklamą', 'Promocja',
    ] },
    { means: 'comment', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Komentarze', 'Komentarzy', 'Komentarz', 'Komentuj', 'Skomentuj', 'Dodaj komentarz',
      'Napisz komentarz', 'Zostaw komentarz', 'Wyślij komentarz', 'Opublikuj komentarz',
      'Twój komentarz', 'Odpowiedz', 'Anuluj pisanie odpowiedzi', 'Anuluj', 'Najnowsze komentarze',
      'Ostatnie komentarze', 'Brak komentarzy', 'Zobacz komentarze', 'Wszystkie komentarze',
      'Dyskusja', 'Nazwa', 'Imię', 'Podpis', 'Gość', 'Witryna internetowa', 'Zgłoś',
      'Zgłoś nadużycie', 'Zgłoś błąd',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress, news sites', texts: [
      'Twój adres e-mail nie zostanie opublikowany', 'Twój adres email nie zostanie opublikowany',
      'Wymagane pola są oznaczone', 'Pola wymagane', 'Zapamiętaj moje dane', 'Zapisz moje dane',
      'Musisz się zalogować', 'Zaloguj się, aby', 'Aby dodać komentarz', 'Bądź pierwszy',
      'Powiadom mnie', 'Ta strona używa Akismet',
    ] },
    { means: 'comment', where: 'label', seenIn: 'WordPress, news sites', texts: ['Komentowanie'] },
    { means: 'consent', where: 'start', seenIn: 'page footers, cookie banners', texts: [
      'Polityka prywatności', 'Polityka cookies', 'Ustawienia prywatności', 'Zarządzaj zgodami',
      'Ochrona danych', 'Pliki cookies', 'Akceptuj wszystkie', 'Zgadzam się', 'Nie zgadzam się',
      'Używamy plików cookie', 'Ta strona używa', 'Strona korzysta z plików cookies',
      'Serwis wykorzystuje pliki cookies', 'Nota prawna',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers, cookie banners', texts: [
      'Prywatność', 'Regulamin', 'RODO', 'Cookies', 'Akceptuję', 'Odrzuć',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Wszelkie prawa zastrzeżone', 'Wszystkie prawa zastrzeżone', 'Prawa autorskie', 'Kopiowanie',
      'Dumnie wspierane przez', 'Wspierane przez WordPress', 'Projekt i wykonanie',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Zapisz się', 'Zapisz się do newslettera', 'Zapisz się na newsletter', 'Zamów newsletter',
      'Twój e-mail', 'Podaj swój e-mail', 'Kup prenumeratę', 'Wesprzyj nas', 'Bądź na bieżąco',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Newsletter', 'Subskrybuj', 'Subskrypcja', 'Otrzymuj', 'Wspieraj',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Zaloguj', 'Zaloguj się', 'Logowanie', 'Wyloguj', 'Wyloguj się', 'Rejestracja',
      'Zarejestruj się', 'Załóż konto', 'Moje konto', 'Mój profil', 'Profil', 'Hasło',
      'Zapomniałeś hasła', 'Nie pamiętam hasła', 'Nazwa użytkownika', 'Zapamiętaj mnie',
    ] },
    { means: 'other', where: 'line', seenIn: 'blogs, Wikipedia', texts: [
      'Spis treści', 'W tym artykule', 'Przypisy', 'Linki zewnętrzne', 'Ładowanie',
      'Strona nie znaleziona',
    ] },
  ],
  functionWords: [
    'i', 'w', 'na', 'z', 'do', 'nie', 'się', 'to', 'że', 'jest', 'o', 'za', 'po', 'jak', 'od',
    'przez', 'dla', 'co', 'a', 'ale', 'są', 'czy', 'tym', 'tak', 'już', 'oraz', 'jego', 'ich',
    'może', 'ma', 'tylko', 'był', 'który', 'które', 'tego', 'przy', 'być', 'jej', 'też', 'która',
    'których', 'było', 'była', 'nad', 'pod', 'we', 'by', 'bez', 'między', 'więc', 'gdy', 'aby',
    'jako', 'będzie', 'bardzo', 'jeszcze', 'jednak', 'przed', 'tej', 'ten', 'ta', 'te', 'mnie',
    'go', 'im', 'nas',
  ],
  months: [
    { calendar: 'gregory', names: [
      'stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia',
      'września', 'października', 'listopada', 'grudnia',
    ] },
    { calendar: 'gregory', names: [
      'styczeń', 'luty', 'marzec', 'kwiecień', 'maj', 'czerwiec', 'lipiec', 'sierpień', 'wrzesień',
      'październik', 'listopad', 'grudzień',
    ] },
    { calendar: 'gregory', names: [
      'sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru',
    ] },
  ],
  weekdays: [
    ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'],
  ],
  relativeTime: {
    ago: ['temu'],
    units: [
      'sekundę', 'sekundy', 'sekund', 'minutę', 'minuty', 'minut', 'min', 'godzinę', 'godziny',
      'godzin', 'godz', 'dzień', 'dni', 'tydzień', 'tygodnie', 'tygodni', 'miesiąc', 'miesiące',
      'miesięcy', 'rok', 'lata', 'lat',
    ],
    moments: ['dziś', 'dzisiaj', 'wczoraj', 'teraz', 'przed chwilą'],
  },
};
