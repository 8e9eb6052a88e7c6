"""Addresses under /chu-the/ and /san-pham/, and adding a producer to a commune."""

from django.urls import path

from ocop.web.office.records import person, producer, producer_forms, product, product_forms

app_name = "records"
urlpatterns = [
    path("co-quan/don-vi/<slug:code>/chu-the/them/", producer_forms.add, name="add-producer"),
    path("chu-the/<uuid:id>/", producer.page, name="producer"),
    path("chu-the/<uuid:id>/sua/", producer_forms.change, name="change-producer"),
    path("chu-the/<uuid:id>/nguoi-dai-dien/", producer_forms.representative, name="representative"),
    path("chu-the/<uuid:id>/nguoi-dai-dien/du-lieu/", person.held, name="person"),
    path("chu-the/<uuid:id>/nguoi-dai-dien/du-lieu/<slug:form>/", person.download, name="person-file"),
    path("chu-the/<uuid:id>/nguoi-dai-dien/xoa/", person.erase, name="erase-person"),
    path("chu-the/<uuid:id>/chon-xa/", producer_forms.place, name="place-producer"),
    path("chu-the/<uuid:id>/so-lieu/", producer_forms.fact, name="fact"),
    path("chu-the/<uuid:id>/san-pham/them/", product_forms.add, name="add-product"),
    path("san-pham/<uuid:id>/", product.page, name="product"),
    path("san-pham/<uuid:id>/sua/", product_forms.change, name="change-product"),
    path("san-pham/<uuid:id>/xep-nhom/", product_forms.classify, name="classify"),
    path("san-pham/<uuid:id>/hang-sao/", product_forms.stars, name="stars"),
]
