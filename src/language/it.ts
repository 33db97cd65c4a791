import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const italian: LanguagePack = {
  code: 'it',
  name: 'Italian',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Articoli correlati', 'Articoli simili', 'Articoli recenti', 'Articoli consigliati',
      'Articoli più letti', 'Articoli popolari', 'Articoli dello stesso autore', 'Altri articoli',
      'Altri articoli di', 'Altre notizie', 'Notizie correlate', 'Notizie simili',
      'Notizie recenti', 'Contenuti correlati', 'Contenuti sponsorizzati', 'Correlati',
      'Post correlati', 'Post recenti', 'Post più letti', 'Potrebbe interessarti',
      'Potrebbe interessarti anche', 'Ti potrebbe interessare', 'Ti potrebbe interessare anche',
      'Potrebbero interessarti', 'Potrebbero interessarti anche', 'Potrebbe piacerti',
      'Potrebbe piacerti anche', 'Forse ti può interessare', 'Consigliati per te', 'Consigliati',
      'Consigliato', 'Raccomandati per te', 'Ti consigliamo', 'Scelti per te',
      'Scelti dalla redazione', 'I più letti', 'Le più lette', 'Più letti', 'Più lette',
      'Più visti', 'I più visti', 'Più popolari', 'Più commentati', 'Ultime notizie',
      'Ultime news', 'Ultimi articoli', 'Ultima ora', 'Ultime', "Ultim'ora", 'Le ultime notizie',
      'In evidenza', 'In primo piano', 'Primo piano', 'Da non perdere', 'Top news',
      'Le notizie del giorno', 'Notizie del giorno', 'Tendenze', 'Di tendenza', 'Popolari',
      'Nella stessa categoria', 'Dello stesso autore', 'Sullo stesso argomento',
      'Vedi anche sul web', 'Dal web', 'Oggi su', 'Tutte le notizie di oggi',
      'Gli ultimi articoli', 'Le news più lette',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Leggi anche', 'Leggi pure', 'Leggi di più', 'Leggi', 'Vedi anche', 'Guarda anche',
      'Ascolta anche', 'Approfondisci', 'Approfondimenti', 'Per approfondire',
      'Per saperne di più', 'Da leggere', 'Articolo correlato', 'Scopri di più', 'Leggete anche',
      'Potrebbe interessarti',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: [
      'Leggi anche', 'Vedi anche', 'Guarda anche', 'Per approfondire',
    ] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Argomenti correlati', 'Altro su', 'Di più su questo argomento', 'Sullo stesso tema',
    ] },
    { means: 'tags', where: 'label', seenIn: 'WordPress, news sites', texts: [
      'Tag', 'Tags', 'Etichette', 'Etichetta', 'Argomenti', 'Argomento', 'Argomenti trattati',
      'Temi', 'Parole chiave', 'Categorie', 'Categoria', 'Pubblicato in', 'Archiviato in',
      'Taggato', 'Contrassegnato', 'Contrassegnato da tag', 'Temi del giorno', 'Persone', 'Luoghi',
      'In questo articolo si parla di', 'Si parla di', 'Tag correlati', 'Temi correlati',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Leggi tutto', 'Leggi di più', 'Continua a leggere', 'Continua la lettura',
      "Leggi l'articolo", 'Leggi altro', 'Mostra altro', 'Mostra di più', 'Vedi tutti',
      'Vedi tutte', 'Vedi altro', 'Carica altri', 'Carica altro', 'Scopri', 'Altro',
      'Tutte le notizie', "Vai all'articolo", 'Espandi',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Fonte', 'Fonti', 'Via',
    ] },
    { means: 'attribution', where: 'start', seenIn: 'news sites', texts: [
      'Fonte', 'Fonti', 'Articolo pubblicato', "L'articolo", 'Comunicato stampa',
      'Pubblicato originariamente',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Di', 'Autore', 'Autrice', 'Scritto da', 'Pubblicato da', 'A cura di', 'Articolo di',
      'Redazione', 'Dalla redazione', 'Testo di', 'Intervista di', 'Traduzione di', 'Giornalista',
      'Dal nostro inviato', 'Dal nostro corrispondente', 'Inviato da',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Pubblicato', 'Pubblicato il', 'Pubblicata il', 'Aggiornato', 'Aggiornato il',
      'Aggiornata il', 'Ultimo aggiornamento', 'Ultima modifica', 'Data', 'Data di pubblicazione',
      'Modificato il', 'Creato il', 'Tempo di lettura',
    ] },
    { means: 'date', where: 'anywhere', seenIn: 'news sites', texts: [
      'minuti di lettura', 'min di lettura', 'tempo di lettura',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Foto', 'Immagine', 'Foto di', 'Credit foto', 'Crediti', 'Fotogramma', "Foto d'archivio",
      'Immagine di repertorio', 'Illustrazione', 'Video', 'Didascalia', 'Immagini',
    ] },
    { means: 'caption', where: 'anywhere', seenIn: 'picture credits', texts: [
      'foto di repertorio', 'immagine di repertorio', "foto d'archivio", 'Getty Images',
      'Ansa foto',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: [
      'Vota questo articolo', 'Valuta questo articolo', 'Voto medio', 'Mi piace',
      'Ti è piaciuto questo articolo',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Valutazione', 'Vota', 'Sondaggio', 'Visualizzazioni',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Condividi', 'Condividi articolo', "Condividi l'articolo", 'Condividi su Facebook',
      'Condividi su Twitter', 'Condividi su WhatsApp', 'Condivisioni', 'Stampa', 'Stampa articolo',
      'Invia', 'Invia per email', 'Copia link', 'Copia il link', 'Tweet', 'Twitta', 'Email',
      'Ascolta', "Ascolta l'articolo", 'Salva', 'Regala', 'Dimensione testo',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Condividi su', 'Condividi questo', 'Condividi con', 'Condividi via',
      'Fai clic per condividere', 'Clicca per condividere', 'Fai clic qui per', 'Seguici su',
      'Iscriviti al canale', 'Resta aggiornato', 'Si apre in una nuova finestra',
    ] },
    { means: 'share', where: 'label', seenIn: 'share buttons', texts: ['Seguici', 'Segui'] },
    { means: 'navigation', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Home', 'Homepage', 'Pagina iniziale', 'Prima pagina', 'Menu', 'Menu principale',
      'Navigazione', 'Navigazione articoli', 'Navigazione articolo', 'Vai al contenuto',
      'Salta al contenuto', 'Vai al contenuto principale', 'Passa al contenuto', 'Torna su',
      'Torna in alto', "Torna all'inizio", 'Indietro', 'Avanti', 'Successivo', 'Precedente',
      'Articolo successivo', 'Articolo precedente', 'Pagina successiva', 'Pagina precedente',
      'Cerca', 'Ricerca', 'Ricerca per', 'Ricerca avanzata', 'Chi siamo', 'Contatti', 'Contattaci',
      'Mappa del sito', 'Archivio', 'Archivi', 'Servizi', 'Rubriche', 'Aiuto', 'Chiudi',
      'Lavora con noi', 'Pubblicità con noi', 'Edicola', 'In diretta', 'Meteo', 'Oroscopo',
      'Lingua', 'Italiano', 'Annunci', 'Link utili', 'Redazione e contatti', 'Meta',
    ] },
    { means: 'navigation', where: 'start', seenIn: 'WordPress', texts: [
      'Ti trovi in', 'Sei qui', 'Sei in', 'Ricerca per', 'Vai a', 'Vedi tutti gli articoli di',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Politica', 'Economia', 'Sport', 'Cultura', 'Cronaca', 'Esteri', 'Mondo', 'Italia',
      'Interni', 'Società', 'Spettacoli', 'Spettacolo', 'Salute', 'Scienza', 'Scienze',
      'Tecnologia', 'Scuola', 'Ambiente', 'Opinioni', 'Editoriali', 'Commenti e opinioni',
      'Viaggi', 'Motori', 'Cucina', 'Ricette', 'Moda', 'Lifestyle', 'Cinema', 'Musica', 'Libri',
      'Televisione', 'Calcio', 'Serie A', 'Tennis', 'Attualità', 'Notizie', 'Video',
      'Foto e video', 'Gossip', 'Lavoro', 'Finanza', 'Mercati', 'Regioni', 'Provincia', 'Eventi',
      'Gallery',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Pubblicità', 'Annuncio pubblicitario', 'Sponsorizzato', 'Contenuto sponsorizzato',
      'Continua a leggere dopo la pubblicità', 'Contenuto pubblicitario',
      'Informazione pubblicitaria', 'Publiredazionale',
    ] },
    { means: 'comment', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Commenti', 'Commento', 'Commenta', 'Lascia un commento', 'Lascia una risposta',
      'Aggiungi un commento', 'Aggiungi commento', 'Scrivi un commento', 'Invia commento',
      'Pubblica commento', 'Il tuo commento', 'Rispondi', 'Risposta', 'Annulla risposta',
      'Annulla', 'Commenti recenti', 'Ultimi commenti', 'Nessun commento', 'Vedi commenti', 'Nome',
      'Sito web', 'Segnala', 'Segnala abuso', 'Partecipa alla discussione',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress, news sites', texts: [
      'Il tuo indirizzo email non sarà pubblicato', "L'indirizzo email non verrà pubblicato",
      'I campi obbligatori', 'Salva il mio nome', 'Devi essere connesso',
      "Devi effettuare l'accesso", 'Per commentare', 'Accedi per commentare', 'I commenti sono',
      'Sii il primo a', 'Avvertimi via email', 'Questo sito utilizza Akismet',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers, cookie banners', texts: [
      'Privacy policy', 'Informativa privacy', 'Informativa sulla privacy', 'Cookie policy',
      'Note legali', 'Termini e condizioni', "Condizioni d'uso", 'Termini di utilizzo',
      'Accetta tutti', 'Impostazioni cookie', 'Preferenze cookie', 'Utilizziamo i cookie',
      'Questo sito utilizza cookie', 'Questo sito utilizza i cookie', 'Questo sito usa i cookie',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers, cookie banners', texts: [
      'Privacy', 'Cookie', 'Accetta', 'Accetto', 'Rifiuta',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Tutti i diritti riservati', 'Diritti riservati', 'Riproduzione riservata', 'Partita IVA',
      'Testata giornalistica registrata', 'Proudly powered',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Iscriviti alla newsletter', 'Iscriviti ora', 'La tua email', 'Inserisci la tua email',
      'Rimani aggiornato', 'Sei già abbonato', 'Registrati gratis',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Newsletter', 'Iscriviti', 'Abbonati', 'Abbonamenti', 'Abbonamento', 'Ricevi', 'Sostienici',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Accedi', 'Login', 'Entra', 'Esci', 'Logout', 'Registrati', 'Registrazione',
      'Crea un account', 'Il mio account', 'Profilo', 'Password', 'Password dimenticata',
      'Hai dimenticato la password', 'Nome utente', 'Ricordami', 'Area riservata',
      'Il mio profilo',
    ] },
    { means: 'other', where: 'line', seenIn: 'blogs, Wikipedia', texts: [
      'Indice', 'Sommario', 'Indice dei contenuti', 'In questo articolo', 'Collegamenti esterni',
      'Caricamento', 'Pagina non trovata',
    ] },
  ],
  functionWords: [
    'l', 'd', 'un', 'nell', 'all', 'dell', 'dall', 'di', 'e', 'che', 'la', 'il', 'a', 'per', 'in',
    'una', 'non', 'sono', 'del', 'da', 'con', 'si', 'le', 'dei', 'nel', 'della', 'al', 'come',
    'più', 'anche', 'lo', 'ma', 'alla', 'ha', 'gli', 'ai', 'i', 'delle', 'su', 'o', 'dal', 'se',
    'suo', 'sua', 'questo', 'nella', 'dalla', 'essere', 'quando', 'stato', 'due', 'loro', 'fatto',
    'ci', 'era', 'hanno', 'dopo', 'ancora', 'cui', 'solo', 'degli', 'tra', 'tutti', 'questa',
    'chi', 'mentre', 'sul', 'sulla', 'dove', 'senza', 'contro', 'durante', 'secondo', 'ogni',
    'poi', 'già',
  ],
  months: [
    { calendar: 'gregory', names: [
      'gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto',
      'settembre', 'ottobre', 'novembre', 'dicembre',
    ] },
    { calendar: 'gregory', names: [
      'gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic',
    ] },
  ],
  weekdays: [
    ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  ],
  relativeTime: {
    ago: ['fa'],
    units: [
      'secondo', 'secondi', 'minuto', 'minuti', 'min', 'ora', 'ore', 'giorno', 'giorni',
      'settimana', 'settimane', 'mese', 'mesi', 'anno', 'anni',
    ],
    moments: ['oggi', 'ieri', 'adesso', 'poco fa'],
  },
};
