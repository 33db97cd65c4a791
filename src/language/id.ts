import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const indonesian: LanguagePack = {
  code: 'id',
  name: 'Indonesian',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Berita terkait', 'Berita lainnya', 'Berita lain', 'Berita terbaru', 'Berita terkini',
      'Berita terpopuler', 'Berita populer', 'Berita pilihan', 'Berita utama',
      'Berita rekomendasi', 'Berita hari ini', 'Artikel terkait', 'Artikel lainnya',
      'Artikel terbaru', 'Artikel populer', 'Artikel serupa', 'Artikel rekomendasi',
      'Artikel menarik lainnya', 'Terkait', 'Topik terkait lainnya', 'Konten terkait',
      'Pos terkait', 'Pos-pos terbaru', 'Postingan terkait', 'Tulisan terkait', 'Tulisan terbaru',
      'Tulisan lainnya', 'Terpopuler', 'Terbaru', 'Terkini', 'Populer', 'Paling banyak dibaca',
      'Paling populer', 'Paling banyak dikomentari', 'Trending', 'Sedang tren', 'Tren',
      'Rekomendasi', 'Rekomendasi untuk Anda', 'Rekomendasi untukmu', 'Direkomendasikan',
      'Pilihan editor', 'Pilihan redaksi', 'Pilihan untuk Anda', 'Untuk Anda', 'Anda mungkin suka',
      'Anda mungkin juga suka', 'Mungkin Anda suka', 'Mungkin Anda juga suka', 'Jangan lewatkan',
      'Jangan lewat', 'Sorotan', 'Headline', 'Kabar terbaru', 'Kabar terkini', 'Terhangat',
      'Lainnya dari penulis', 'Dari penulis yang sama', 'Selengkapnya di', 'Kumpulan berita',
      'Video terkait', 'Video pilihan', 'Terpopuler hari ini', 'Indeks berita',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Baca juga', 'Baca selengkapnya', 'Baca', 'Baca pula', 'Lihat juga', 'Simak juga', 'Simak',
      'Tonton juga', 'Simak pula', 'Terkait', 'Artikel terkait', 'Selengkapnya', 'Saksikan',
      'Pilihan editor', 'Pilihan redaksi',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: [
      'Baca juga', 'Lihat juga', 'Simak juga', 'Saksikan video', 'Simak video', 'Tonton juga',
    ] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Lebih lanjut tentang', 'Topik terkait', 'Topik', 'Topik pilihan',
    ] },
    { means: 'tags', where: 'label', seenIn: 'news sites, WordPress', texts: [
      'Tag', 'Tags', 'Tag terkait', 'Label', 'Kata kunci', 'Kategori', 'Ditandai', 'Diposting di',
      'Ditulis dalam', 'Rubrik', 'Tagar', 'Tag artikel', 'Topik berita', 'Kanal',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Baca selengkapnya', 'Baca selanjutnya', 'Selengkapnya', 'Selanjutnya baca',
      'Lanjutkan membaca', 'Lihat semua', 'Lihat semuanya', 'Lihat lainnya', 'Lihat selengkapnya',
      'Muat lebih banyak', 'Muat lainnya', 'Tampilkan lebih banyak', 'Lainnya', 'Lebih banyak',
      'Baca artikel', 'Indeks', 'Load more',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Sumber', 'Sumber berita', 'Referensi', 'Dikutip dari', 'Dilansir dari',
    ] },
    { means: 'attribution', where: 'start', seenIn: 'news sites', texts: [
      'Sumber', 'Artikel ini telah tayang', 'Artikel ini tayang', 'Artikel ini pertama kali',
      'Siaran pers',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Oleh', 'Penulis', 'Editor', 'Reporter', 'Wartawan', 'Redaksi', 'Redaktur', 'Laporan',
      'Pewarta', 'Ditulis oleh', 'Diposting oleh', 'Kontributor', 'Penerjemah', 'Tentang penulis',
      'Jurnalis',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Diterbitkan', 'Dipublikasikan', 'Dipublikasi', 'Tanggal', 'Tayang', 'Diperbarui',
      'Terakhir diperbarui', 'Update', 'Diposting pada', 'Diunggah', 'Kompas.com', 'Waktu baca',
    ] },
    { means: 'date', where: 'anywhere', seenIn: 'news sites', texts: [
      'menit baca', 'menit membaca', 'waktu baca', 'WIB', 'WITA',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Foto', 'Gambar', 'Ilustrasi', 'Sumber foto', 'Kredit foto', 'Sumber gambar', 'Dok',
      'Dokumentasi', 'Tangkapan layar', 'Video', 'Arsip foto',
    ] },
    { means: 'caption', where: 'anywhere', seenIn: 'picture credits', texts: [
      'foto ilustrasi', 'Antara Foto', 'Getty Images', 'foto dok', 'dok pribadi', 'ilustrasi foto',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: [
      'Beri nilai', 'Nilai artikel', 'Jajak pendapat', 'Apa reaksi Anda', 'Bagaimana reaksi Anda',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Rating', 'Penilaian', 'Suka', 'Dilihat', 'Dibaca',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Bagikan', 'Bagikan ke', 'Bagikan artikel', 'Bagikan berita', 'Share', 'Berbagi', 'Cetak',
      'Kirim', 'Kirim email', 'Salin tautan', 'Salin link', 'Surel', 'Dengarkan', 'Simpan',
      'Ukuran huruf',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Bagikan ini', 'Bagikan ke', 'Bagikan di', 'Bagikan artikel ini', 'Klik untuk berbagi',
      'Klik untuk', 'Ikuti kami', 'Ikuti saluran', 'Dapatkan berita', 'Dapatkan update',
      'Cek berita', 'Membuka di jendela yang baru', 'Unduh aplikasi',
    ] },
    { means: 'share', where: 'label', seenIn: 'share buttons', texts: ['Ikuti', 'Gabung'] },
    { means: 'navigation', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Beranda', 'Menu', 'Menu utama', 'Navigasi', 'Navigasi pos', 'Langsung ke konten',
      'Lanjut ke konten', 'Langsung ke isi', 'Lompat ke konten', 'Kembali ke atas', 'Ke atas',
      'Kembali', 'Selanjutnya', 'Sebelumnya', 'Berikutnya', 'Artikel selanjutnya',
      'Artikel sebelumnya', 'Berita selanjutnya', 'Berita sebelumnya', 'Halaman selanjutnya',
      'Halaman sebelumnya', 'Cari', 'Pencarian', 'Cari untuk', 'Tentang kami', 'Tentang', 'Kontak',
      'Hubungi kami', 'Kontak kami', 'Karir', 'Karier', 'Pasang iklan', 'Beriklan', 'Info iklan',
      'Peta situs', 'Arsip', 'Bantuan', 'Tutup', 'Layanan', 'Pedoman media siber',
      'Siaran langsung', 'Live streaming', 'Bahasa', 'Jaringan', 'Meta', 'Terhubung dengan kami',
    ] },
    { means: 'navigation', where: 'start', seenIn: 'WordPress', texts: [
      'Anda di sini', 'Anda berada di', 'Cari untuk', 'Pindah ke',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Politik', 'Ekonomi', 'Bisnis', 'Olahraga', 'Hukum', 'Politik dan hukum', 'Nasional',
      'Internasional', 'Dunia', 'Daerah', 'Regional', 'Megapolitan', 'Metropolitan', 'Metro',
      'Budaya', 'Hiburan', 'Selebriti', 'Gaya hidup', 'Kesehatan', 'Teknologi', 'Tekno', 'Sains',
      'Pendidikan', 'Humaniora', 'Otomotif', 'Wisata', 'Kuliner', 'Opini', 'Kolom', 'Editorial',
      'Berita', 'Sepak bola', 'Bola', 'Musik', 'Film', 'Keuangan', 'Properti', 'Peristiwa',
      'Kriminal', 'Agama', 'Islami', 'Khazanah', 'Infografis', 'Foto dan video', 'Sosok',
      'Cek fakta',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Iklan', 'Advertisement', 'Iklan berlanjut', 'Konten bersponsor', 'Bersponsor',
      'Scroll untuk lanjut membaca', 'Lanjut baca di bawah', 'Advertorial',
    ] },
    { means: 'comment', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Komentar', 'Tinggalkan komentar', 'Tinggalkan balasan', 'Tulis komentar',
      'Tambahkan komentar', 'Beri komentar', 'Berikan komentar', 'Kirim komentar', 'Komentar Anda',
      'Balas', 'Balasan', 'Batalkan balasan', 'Batal', 'Komentar terbaru', 'Belum ada komentar',
      'Tidak ada komentar', 'Nama', 'Situs web', 'Laporkan', 'Lihat komentar',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress, news sites', texts: [
      'Alamat email Anda tidak akan dipublikasikan', 'Ruas yang wajib', 'Simpan nama saya',
      'Anda harus masuk', 'Silakan login', 'Silakan masuk', 'Untuk berkomentar',
      'Komentar ditutup', 'Jadilah yang pertama', 'Situs ini menggunakan Akismet',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers, cookie banners', texts: [
      'Kebijakan privasi', 'Syarat dan ketentuan', 'Ketentuan layanan', 'Ketentuan penggunaan',
      'Kebijakan cookie', 'Situs ini menggunakan cookie', 'Kami menggunakan cookie', 'Saya setuju',
      'Kode etik',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers, cookie banners', texts: [
      'Privasi', 'Cookie', 'Terima', 'Setuju', 'Disclaimer', 'Penafian',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Hak cipta', 'Hak cipta dilindungi', 'Semua hak dilindungi', 'Dilarang mengutip',
      'Dilarang keras', 'Dengan bangga bertenaga', 'Seluruh hak cipta',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Daftar sekarang', 'Alamat email Anda', 'Masukkan email', 'Dapatkan informasi',
      'Jadilah yang', 'Dukung kami',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Berlangganan', 'Langganan', 'Buletin', 'Nawala',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Masuk', 'Daftar', 'Keluar', 'Buat akun', 'Akun saya', 'Profil', 'Kata sandi',
      'Lupa kata sandi', 'Lupa password', 'Nama pengguna', 'Ingat saya',
    ] },
    { means: 'other', where: 'line', seenIn: 'blogs, Wikipedia', texts: [
      'Daftar isi', 'Pranala luar', 'Catatan kaki', 'Memuat', 'Halaman tidak ditemukan',
    ] },
  ],
  functionWords: [
    'yang', 'dan', 'di', 'ini', 'itu', 'dengan', 'untuk', 'dari', 'pada', 'dalam', 'tidak', 'akan',
    'ke', 'juga', 'adalah', 'bisa', 'oleh', 'saat', 'ada', 'sudah', 'tersebut', 'karena', 'kami',
    'mereka', 'atau', 'kita', 'lebih', 'seorang', 'menjadi', 'telah', 'para', 'seperti', 'sebagai',
    'hanya', 'dia', 'ia', 'saya', 'agar', 'namun', 'tetapi', 'tapi', 'jika', 'kalau', 'ketika',
    'serta', 'bahwa', 'belum', 'masih', 'harus', 'dapat', 'secara', 'antara', 'sejak', 'hingga',
    'sampai', 'bagi', 'terhadap', 'setelah', 'sebelum', 'pun', 'lain',
  ],
  months: [
    { calendar: 'gregory', names: [
      'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September',
      'Oktober', 'November', 'Desember',
    ] },
    { calendar: 'gregory', names: [
      'Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agt', 'Sep', 'Okt', 'Nov', 'Des',
    ] },
  ],
  weekdays: [
    ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  ],
  relativeTime: {
    ago: ['lalu', 'yang lalu'],
    units: ['detik', 'menit', 'jam', 'hari', 'minggu', 'pekan', 'bulan', 'tahun'],
    moments: ['hari ini', 'kemarin', 'sekarang', 'baru saja'],
  },
};
