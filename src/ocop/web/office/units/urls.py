"""Addresses under /co-quan/don-vi/."""

from django.urls import path, register_converter

from ocop.web.office.units import exports, finding, lists, mapping, overview


class FileKind:
    """The two formats of a list."""

    regex = "xlsx|csv"

    def to_python(self, value: str) -> str:
        """As it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """As it will stand there."""
        return value


register_converter(FileKind, "file")

app_name = "unit"
urlpatterns = [
    path("", finding.find, name="find"),
    path("<slug:code>/", overview.overview, name="overview"),
    path("<slug:code>/san-pham/", lists.product_list, name="products"),
    path("<slug:code>/san-pham/danh-sach.<file:kind>", exports.products_file, name="products-file"),
    path("<slug:code>/ban-do/", mapping.unit_map, name="map"),
    path("<slug:code>/ban-do/so-lieu.<file:kind>", mapping.map_file, name="map-file"),
    path("<slug:code>/chu-the/", lists.producer_list, name="producers"),
    path("<slug:code>/chu-the/danh-sach.<file:kind>", exports.producers_file, name="producers-file"),
]
