"""Addresses of papers and photos: of a producer, of a product, of a unit, and of each by itself."""

from django.urls import path

from ocop.web.producer.papers import adding, changing, expiring, files, library, of_product, paper, photo_acts, photos

app_name = "papers"
urlpatterns = [
    path("chu-the/<uuid:producer>/giay-to/", library.library, name="library"),
    path("chu-the/<uuid:producer>/giay-to/them/", adding.add, name="add"),
    path("giay-to/", library.mine, name="mine"),
    path("giay-to/<uuid:paper>/", paper.one, name="paper"),
    path("giay-to/<uuid:paper>/sua/", changing.change, name="change"),
    path("giay-to/<uuid:paper>/rut/", paper.withdraw, name="withdraw"),
    path("giay-to/<uuid:paper>/dung-lai/", paper.offer_again, name="offer-again"),
    path("giay-to/<uuid:paper>/tep/", files.paper_file, name="file"),
    path("giay-to/<uuid:paper>/trang/<int:number>/", files.sheet, name="sheet"),
    path("san-pham/<uuid:product>/giay-to/", of_product.papers, name="of-product"),
    path("san-pham/<uuid:product>/anh/", photos.photos, name="photos"),
    path("san-pham/<uuid:product>/anh/them/", photo_acts.add, name="add-photo"),
    path("san-pham/<uuid:product>/anh/thu-tu/", photo_acts.order, name="order-photos"),
    path("anh/<uuid:photo>/sua/", photo_acts.change, name="change-photo"),
    path("anh/<uuid:photo>/bo/", photo_acts.withdraw, name="withdraw-photo"),
    path("anh/<uuid:photo>/<int:width>.<slug:format>", files.photo_size, name="photo-size"),
    path("co-quan/don-vi/<slug:code>/giay-to-sap-het-han/", expiring.of_unit, name="expiring"),
]
