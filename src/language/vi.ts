import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const vietnamese: LanguagePack = {
  code: 'vi',
  name: 'Vietnamese',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Tin liên quan', 'Bài liên quan', 'Bài viết liên quan', 'Tin tức liên quan',
      'Nội dung liên quan', 'Tin cùng chuyên mục', 'Cùng chuyên mục', 'Tin khác', 'Các tin khác',
      'Bài viết khác', 'Tin mới', 'Tin mới nhất', 'Tin tức mới nhất', 'Bài viết mới',
      'Bài viết mới nhất', 'Mới nhất', 'Tin mới nhận', 'Tin nóng', 'Tin nổi bật', 'Nổi bật',
      'Đọc nhiều', 'Đọc nhiều nhất', 'Xem nhiều', 'Xem nhiều nhất', 'Tin đọc nhiều',
      'Tin xem nhiều', 'Phổ biến', 'Đề xuất', 'Đề xuất cho bạn', 'Dành cho bạn',
      'Có thể bạn quan tâm', 'Bạn có thể quan tâm', 'Bạn có thể thích', 'Đừng bỏ lỡ', 'Tiêu điểm',
      'Tin cùng loại', 'Tin tài trợ',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Xem thêm', 'Đọc thêm', 'Xem ngay', 'Đọc tiếp', 'Tham khảo thêm', 'Có thể bạn quan tâm',
      'Liên quan',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: ['Xem thêm', 'Đọc thêm'] },
    { means: 'tags', where: 'label', seenIn: 'news sites, WordPress', texts: [
      'Từ khóa', 'Thẻ', 'Tags', 'Chủ đề', 'Chuyên mục', 'Danh mục', 'Nhãn', 'Từ khoá liên quan',
      'Đăng trong', 'Chuyên đề',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Xem thêm', 'Xem tiếp', 'Đọc tiếp', 'Xem tất cả', 'Tất cả', 'Xem toàn bộ', 'Tải thêm',
      'Chi tiết', 'Xem chi tiết',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Nguồn', 'Theo', 'Nguồn tin', 'Dẫn nguồn',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Tác giả', 'Bài viết', 'Phóng viên', 'Biên tập', 'Người viết', 'Thực hiện', 'Đăng bởi',
      'Biên dịch',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Ngày đăng', 'Đăng ngày', 'Đăng lúc', 'Cập nhật', 'Cập nhật lúc', 'Cập nhật lần cuối',
      'Ngày cập nhật', 'Xuất bản',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Ảnh', 'Hình ảnh', 'Ảnh minh họa', 'Nguồn ảnh', 'Ảnh tư liệu', 'Video',
    ] },
    { means: 'caption', where: 'anywhere', seenIn: 'picture credits', texts: [
      'ảnh minh họa', 'ảnh chụp màn hình', 'ảnh tư liệu',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: [
      'Đánh giá', 'Đánh giá bài viết', 'Bình chọn', 'Lượt xem',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: ['Thích'] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Chia sẻ', 'Chia sẻ bài viết', 'Chia sẻ Facebook', 'In bài viết', 'In', 'Gửi email',
      'Sao chép liên kết', 'Lưu', 'Lưu bài viết', 'Nghe',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Chia sẻ lên', 'Chia sẻ bài', 'Theo dõi chúng tôi', 'Nhấn vào',
    ] },
    { means: 'navigation', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Trang chủ', 'Menu', 'Chuyển đến nội dung', 'Bỏ qua nội dung', 'Tìm kiếm', 'Tìm kiếm cho',
      'Giới thiệu', 'Về chúng tôi', 'Liên hệ', 'Liên hệ quảng cáo', 'Trang sau', 'Trang trước',
      'Bài trước', 'Bài sau', 'Tiếp theo', 'Trước', 'Quay lại', 'Lên đầu trang', 'Về đầu trang',
      'Đóng', 'Lưu trữ', 'Sơ đồ trang', 'Tòa soạn', 'Đường dây nóng', 'Điều hướng bài viết',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Thời sự', 'Thế giới', 'Kinh doanh', 'Kinh tế', 'Chính trị', 'Xã hội', 'Pháp luật',
      'Giáo dục', 'Sức khỏe', 'Thể thao', 'Giải trí', 'Văn hóa', 'Đời sống', 'Du lịch', 'Khoa học',
      'Công nghệ', 'Bóng đá', 'Bất động sản', 'Góc nhìn', 'Ý kiến', 'Tin tức', 'Môi trường',
      'Quốc tế', 'Trong nước',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: ['Quảng cáo', 'Tài trợ'] },
    { means: 'comment', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Bình luận', 'Ý kiến bạn đọc', 'Viết bình luận', 'Gửi bình luận', 'Để lại bình luận',
      'Để lại một bình luận', 'Trả lời', 'Phản hồi', 'Hủy', 'Bình luận mới', 'Tên', 'Trang web',
      'Báo cáo',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress', texts: [
      'Email của bạn sẽ không được hiển thị', 'Các trường bắt buộc', 'Lưu tên của tôi',
      'Bạn phải đăng nhập',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers', texts: [
      'Chính sách bảo mật', 'Chính sách quyền riêng tư', 'Điều khoản sử dụng',
      'Điều khoản dịch vụ', 'Đồng ý', 'Chấp nhận',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Bản quyền thuộc', 'Giữ bản quyền', 'Mọi quyền được bảo lưu', 'Giấy phép số',
      'Tổng biên tập', 'Ghi rõ nguồn',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Đăng ký nhận tin', 'Đăng ký nhận bản tin', 'Bản tin', 'Nhập email', 'Email của bạn',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Đăng nhập', 'Đăng ký', 'Đăng xuất', 'Tài khoản', 'Mật khẩu', 'Quên mật khẩu',
    ] },
  ],
  functionWords: [
    'và', 'của', 'là', 'các', 'có', 'cho', 'được', 'trong', 'một', 'không', 'với', 'những',
    'người', 'này', 'đã', 'khi', 'đến', 'về', 'ra', 'cũng', 'để', 'nhiều', 'tại', 'từ', 'sẽ',
    'vào', 'như', 'năm', 'làm', 'phải', 'bị', 'ở', 'thì', 'mà', 'nếu', 'hay', 'hoặc', 'vì', 'do',
    'theo', 'trên', 'dưới', 'sau', 'trước', 'đang', 'rất', 'còn', 'chỉ', 'nên', 'rằng', 'nào',
    'việc',
  ],
  months: [
    { calendar: 'gregory', names: [
      'tháng 1', 'tháng 2', 'tháng 3', 'tháng 4', 'tháng 5', 'tháng 6', 'tháng 7', 'tháng 8',
      'tháng 9', 'tháng 10', 'tháng 11', 'tháng 12',
    ] },
    { calendar: 'gregory', names: [
      'tháng Một', 'tháng Hai', 'tháng Ba', 'tháng Tư', 'tháng Năm', 'tháng Sáu', 'tháng Bảy',
      'tháng Tám', 'tháng Chín', 'tháng Mười', 'tháng Mười một', 'tháng Mười hai',
    ] },
  ],
  weekdays: [
    ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
  ],
  relativeTime: {
    ago: ['trước'],
    units: ['giây', 'phút', 'giờ', 'ngày', 'tuần', 'tháng', 'năm'],
    moments: ['hôm nay', 'hôm qua', 'vừa xong'],
  },
};
