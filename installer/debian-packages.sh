# Sourced by the scripts that need programs of the machine: installs missing Debian packages by apt-get, as root or with sudo.

RUN_PACKAGES="libsqlite3-0 liblept5 tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra tesseract-ocr-spa tesseract-ocr-por tesseract-ocr-rus tesseract-ocr-ara openssh-client openssh-server"
TRY_PACKAGES="$RUN_PACKAGES jq bsdextrautils"
TEST_PACKAGES="$RUN_PACKAGES libxml2-utils libtiff-tools libarchive-tools unzip python3 default-jdk-headless procps sqlite3 pango1.0-tools fonts-dejavu-core fonts-noto-core poppler-utils qpdf"

need_packages() {
  local missing="" package
  for package in $1; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [[ -z $missing ]] && return 0

  local as_root=""
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || { echo "These Debian packages are missing and there is no root or sudo to install them:$missing" >&2; return 3; }
    as_root=sudo
  fi
  echo "== installing Debian packages:$missing"
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
    echo "apt-get could not install:$missing" >&2
    return 3
  }
}
