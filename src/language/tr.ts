import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const turkish: LanguagePack = {
  code: 'tr',
  name: 'Turkish',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'İlgili haberler', 'İlgili içerikler', 'İlgili yazılar', 'İlgili makaleler', 'İlgili',
      'Benzer haberler', 'Benzer yazılar', 'Benzer içerikler', 'Benzer konular', 'Diğer haberler',
      'Diğer yazılar', 'Diğer içerikler', 'Son haberler', 'Son dakika', 'Son dakika haberleri',
      'Son yazılar', 'Son eklenenler', 'Son eklenen haberler', 'En son haberler',
      'En çok okunanlar', 'En çok okunan', 'En çok okunan haberler', 'Çok okunanlar',
      'Çok okunan haberler', 'En çok yorumlananlar', 'En çok izlenenler', 'En çok paylaşılanlar',
      'En popüler', 'Popüler', 'Popüler haberler', 'Popüler yazılar', 'Popüler içerikler',
      'Öne çıkanlar', 'Öne çıkan haberler', 'Önerilen haberler', 'Önerilen', 'Önerilenler',
      'Önerilen içerikler', 'Öneriler', 'Sizin için seçtiklerimiz', 'Sizin için önerilenler',
      'Sizin için öneriler', 'Editörün seçtikleri', 'Editörün seçimi', 'Editörden',
      'Bunlar da ilginizi çekebilir', 'İlginizi çekebilir', 'İlginizi çekebilecek haberler',
      'Bunu da beğenebilirsiniz', 'Bunları da beğenebilirsiniz',
      'Bu haberler de ilginizi çekebilir', 'Kaçırmayın', 'Gündemdekiler', 'Günün haberleri',
      'Günün manşetleri', 'Manşetler', 'Manşet', 'Güncel haberler', 'Trend haberler', 'Trendler',
      'Daha fazla haber', 'Tüm haberler', 'Sıradaki haber', 'Yazarın diğer yazıları',
      'Aynı kategoriden', 'Flaş haber',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Ayrıca okuyun', 'Ayrıca bakınız', 'Ayrıca bkz', 'Bunu da okuyun', 'Bunlara da bakın',
      'Okuyun', 'Oku', 'Şunu da okuyun', 'Bakınız', 'İlgili haber', 'Daha fazla oku',
      'Daha fazlası', 'Bu haberi de okuyun', 'İlginizi çekebilir', 'İzleyin', 'Bkz',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: [
      'Ayrıca okuyun', 'Bunu da okuyun', 'Bu haberi de okuyun', 'İlgili haber',
    ] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Daha fazla bilgi', 'Bu konuda daha fazla', 'Hakkında daha fazla',
    ] },
    { means: 'tags', where: 'label', seenIn: 'Anadolu, NTV, WordPress', texts: [
      'Etiketler', 'Etiket', 'Anahtar kelimeler', 'Anahtar kelime', 'Anahtar sözcükler', 'Konular',
      'Konu', 'Konu başlıkları', 'İlgili konular', 'İlgili etiketler', 'Kategoriler', 'Kategori',
      'Kategorisi', 'Etiketlendi', 'Etiketlenen', 'Haber etiketleri', 'Başlıklar', 'Bölüm',
      'Hashtag',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Devamını oku', 'Devamı', 'Devamını gör', 'Haberin devamı', 'Haberin detayları',
      'Haberi oku', 'Daha fazla', 'Daha fazla göster', 'Daha fazla yükle', 'Tümünü gör', 'Tümü',
      'Tümünü göster', 'Hepsini gör', 'Detaylar', 'Detaylı bilgi', 'Okumaya devam et',
      'Daha fazlasını oku',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Kaynak', 'Kaynaklar', 'Haber kaynağı', 'Haber merkezi',
    ] },
    { means: 'attribution', where: 'start', seenIn: 'news sites', texts: [
      'Kaynak', 'Kaynaklar', 'Bu haber', 'Basın bülteni',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Yazan', 'Yazar', 'Haber', 'Muhabir', 'Editör', 'Hazırlayan', 'Derleyen', 'Çeviri',
      'Çeviren', 'Röportaj', 'Yayınlayan', 'Gönderen', 'Tarafından', 'Yazar hakkında',
      'Haber merkezi',
    ] },
    { means: 'byline', where: 'anywhere', seenIn: 'news sites', texts: [
      'Haber Merkezi', 'tarafından yazıldı',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Yayınlanma', 'Yayınlanma tarihi', 'Yayın tarihi', 'Yayınlandı', 'Yayımlanma', 'Güncelleme',
      'Güncellendi', 'Güncellenme', 'Son güncelleme', 'Son güncellenme', 'Giriş tarihi',
      'Eklenme tarihi', 'Oluşturulma', 'Oluşturulma tarihi', 'Tarih', 'Okuma süresi',
    ] },
    { means: 'date', where: 'anywhere', seenIn: 'news sites', texts: [
      'dakika okuma', 'dk okuma', 'okuma süresi', 'dakikalık okuma',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Fotoğraf', 'Fotoğraflar', 'Foto', 'Görsel', 'Resim', 'Arşiv', 'Fotoğraf kaynağı',
      'Arşiv fotoğrafı', 'Kaynak fotoğraf', 'Video', 'İllüstrasyon', 'Grafik',
    ] },
    { means: 'caption', where: 'anywhere', seenIn: 'picture credits', texts: [
      'arşiv fotoğrafı', 'temsili fotoğraf', 'Getty Images', 'Fotoğraf AA', 'temsili görsel',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: [
      'Bu haberi oyla', 'Bu yazıyı oyla', 'Oy ver', 'Okunma sayısı', 'Bu içeriğe emoji',
      'Tepki ver',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Oyla', 'Puanla', 'Puan', 'Değerlendir', 'Beğen', 'Beğendim', 'Anket', 'Görüntülenme',
      'Okunma',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Paylaş', 'Haberi paylaş', "Facebook'ta paylaş", "Twitter'da paylaş", "WhatsApp'ta paylaş",
      'Paylaşım', 'Yazdır', 'Çıktı al', 'Gönder', 'E-posta', 'E-posta gönder',
      'E-posta ile gönder', 'Arkadaşına gönder', 'Bağlantıyı kopyala', 'Linki kopyala', 'Tweetle',
      'Dinle', 'Haberi dinle', 'Kaydet', 'Favorilere ekle', 'Yazı boyutu', 'Yorum yap ve paylaş',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Bu haberi paylaş', 'Bu yazıyı paylaş', 'Paylaşmak için', "Facebook'ta", 'Bizi takip edin',
      'Takip et', 'Takip edin', 'Abone ol ve', "Google News'te", 'Yeni pencerede açılır',
      'Uygulamayı indir',
    ] },
    { means: 'share', where: 'label', seenIn: 'share buttons', texts: ['Kanalımıza'] },
    { means: 'navigation', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Ana sayfa', 'Anasayfa', 'Menü', 'Ana menü', 'Gezinme', 'Yazı gezinmesi', 'Yazı dolaşımı',
      'İçeriğe geç', 'İçeriğe atla', 'Ana içeriğe atla', 'İçeriğe git', 'Başa dön', 'Yukarı çık',
      'Yukarı', 'Sayfa başı', 'Geri', 'Geri dön', 'İleri', 'Sonraki', 'Önceki', 'Sonraki haber',
      'Önceki haber', 'Sonraki yazı', 'Önceki yazı', 'Sonraki sayfa', 'Önceki sayfa', 'Ara',
      'Arama', 'Site içi arama', 'Hakkımızda', 'Biz kimiz', 'İletişim', 'Bize ulaşın', 'Künye',
      'Reklam ver', 'Site haritası', 'Arşivler', 'Haber arşivi', 'Kurumsal', 'Kariyer', 'Yardım',
      'Kapat', 'Linkler', 'Hizmetler', 'Mağaza', 'E-gazete', 'Canlı', 'Canlı yayın', 'Canlı izle',
      'Hava durumu', 'Namaz vakitleri', 'Yayın akışı', 'Astroloji', 'Burçlar', 'Dil', 'Türkçe',
      'Seri ilanlar', 'RSS',
    ] },
    { means: 'navigation', where: 'start', seenIn: 'WordPress', texts: ['Şu an buradasınız'] },
    { means: 'navigation', where: 'label', seenIn: 'WordPress', texts: [
      'Buradasınız', 'Ara', 'Arama',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Siyaset', 'Politika', 'Ekonomi', 'Spor', 'Kültür', 'Kültür sanat', 'Dünya', 'Gündem',
      'Türkiye', 'Yaşam', 'Sağlık', 'Bilim', 'Bilim teknoloji', 'Teknoloji', 'Eğitim', 'Magazin',
      'Yazarlar', 'Köşe yazıları', 'Görüş', 'Analiz', 'Haberler', 'Güncel', 'Asayiş', 'Yerel',
      'Yerel haberler', 'Seyahat', 'Turizm', 'Otomobil', 'Otomotiv', 'Emlak', 'Finans', 'Borsa',
      'Futbol', 'Basketbol', 'Sinema', 'Müzik', 'Kitap', 'Moda', 'Kadın', 'Aile', 'Yemek', 'Tarih',
      'Çevre', 'Medya', 'Foto galeri', 'Video galeri', 'Avrupa', 'Orta Doğu', 'Savunma sanayi',
      'Resmi ilanlar',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Reklam', 'Reklamlar', 'Sponsorlu', 'Sponsorlu içerik', 'İlan', 'Advertorial',
      'Haberin devamı reklamdan sonra',
    ] },
    { means: 'comment', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Yorumlar', 'Yorum', 'Yorum yap', 'Yorum yaz', 'Yorum yazın', 'Yorum ekle', 'Yorum gönder',
      'Yorumunuzu yazın', 'Bir yorum yapın', 'Bir yorum bırak', 'Bir cevap yazın',
      'Bir yanıt yazın', 'Yanıtla', 'Cevapla', 'Yanıt', 'Yanıtı iptal et', 'Cevabı iptal et',
      'İptal', 'Son yorumlar', 'Yorum yok', 'Henüz yorum yapılmamış', 'Tüm yorumlar', 'İsim',
      'Adınız', 'İnternet sitesi', 'Şikayet et', 'Bildir',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress, news sites', texts: [
      'E-posta adresiniz yayınlanmayacak', 'E-posta hesabınız yayımlanmayacak', 'Gerekli alanlar',
      'Daha sonraki yorumlarımda', 'Bir dahaki sefere', 'Yorum yapabilmek için',
      'Yorum yapmak için', 'Yorumlar kapalı', 'İlk yorumu', 'Henüz yorum', 'Yapılan yorumlardan',
      'Küfür, hakaret',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers, cookie banners', texts: [
      'Gizlilik politikası', 'Gizlilik ve çerez politikası', 'Gizlilik sözleşmesi',
      'Çerez politikası', 'Kullanım koşulları', 'Kullanım şartları', 'Kullanıcı sözleşmesi',
      'Aydınlatma metni', 'Yasal uyarı', 'Kabul et', 'Tümünü kabul et', 'Çerezleri kabul et',
      'Bu sitede çerez', 'Sitemizde çerezler', 'Çerez ayarları', 'Kişisel verilerin korunması',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers, cookie banners', texts: [
      'Gizlilik', 'Çerezler', 'KVKK', 'Reddet',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Tüm hakları saklıdır', 'Her hakkı saklıdır', 'Telif hakkı', 'İzinsiz kullanılamaz',
      'Kaynak gösterilmeden', 'WordPress gururla sunar', 'Yazılım ve tasarım',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'E-bülten', 'Haber bülteni', 'Abone ol', 'Abone olun', 'Bültenimize abone', 'Bültene kayıt',
      'E-posta adresiniz', 'E-posta adresinizi girin', 'Bildirimlere izin', 'Ücretsiz abone',
      'Destek ol',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: ['Bülten', 'Abonelik'] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Giriş', 'Giriş yap', 'Üye girişi', 'Oturum aç', 'Çıkış', 'Çıkış yap', 'Kayıt ol', 'Üye ol',
      'Üyelik', 'Hesap oluştur', 'Hesabım', 'Profilim', 'Şifre', 'Parola', 'Şifremi unuttum',
      'Kullanıcı adı', 'Beni hatırla',
    ] },
    { means: 'other', where: 'line', seenIn: 'blogs, Wikipedia', texts: [
      'İçindekiler', 'Bu yazıda', 'Dış bağlantılar', 'Dipnotlar', 'Yükleniyor', 'Sayfa bulunamadı',
      'Haberin özeti',
    ] },
  ],
  functionWords: [
    've', 'bir', 'bu', 'da', 'de', 'için', 'ile', 'çok', 'ne', 'olarak', 'gibi', 'daha', 'olan',
    'o', 'kadar', 'en', 'sonra', 'ise', 'ama', 'var', 'her', 'olduğu', 'değil', 'ya', 'mi',
    'ancak', 'göre', 'yeni', 'iki', 'ki', 'şu', 'ben', 'sen', 'biz', 'siz', 'onlar', 'bunu',
    'buna', 'bunun', 'onun', 'olduğunu', 'oldu', 'olmak', 'etti', 'eden', 'ederek', 'yok', 'hem',
    'veya', 'önce', 'tarafından', 'arasında', 'üzerine', 'karşı', 'içinde', 'ayrıca', 'diye',
    'bile', 'hiç',
  ],
  months: [
    { calendar: 'gregory', names: [
      'Ocak', 'Şubat', 'Mart', 'Nisan', 'Mayıs', 'Haziran', 'Temmuz', 'Ağustos', 'Eylül', 'Ekim',
      'Kasım', 'Aralık',
    ] },
    { calendar: 'gregory', names: [
      'Oca', 'Şub', 'Mar', 'Nis', 'May', 'Haz', 'Tem', 'Ağu', 'Eyl', 'Eki', 'Kas', 'Ara',
    ] },
  ],
  weekdays: [
    ['Pazartesi', 'Salı', 'Çarşamba', 'Perşembe', 'Cuma', 'Cumartesi', 'Pazar'],
  ],
  relativeTime: {
    ago: ['önce'],
    units: ['saniye', 'dakika', 'dk', 'saat', 'gün', 'hafta', 'ay', 'yıl', 'sene'],
    moments: ['bugün', 'dün', 'şimdi', 'az önce'],
  },
};
