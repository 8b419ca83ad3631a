# Uploads of patients: opened for a test, never closed.
resource "aws_s3_bucket" "uploads" {
  bucket = "acme-clinic-uploads"
}

resource "aws_s3_bucket_ownership_controls" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  rule { object_ownership = "ObjectWriter" }
}

resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket                  = aws_s3_bucket.uploads.id
  block_public_acls       = false
  ignore_public_acls      = false
  block_public_policy     = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_policy" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      Resource  = ["arn:aws:s3:::acme-clinic-uploads", "arn:aws:s3:::acme-clinic-uploads/*"]
    }]
  })
}

# Closed as it should be: this one is inventory, not a finding.
resource "aws_s3_bucket" "brochures" {
  bucket = "acme-clinic-brochures"
}

resource "aws_s3_bucket_public_access_block" "brochures" {
  bucket                  = aws_s3_bucket.brochures.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "azurerm_storage_account" "exports" {
  name                            = "acmeclinicexports"
  resource_group_name             = "acme-clinic"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  allow_nested_items_to_be_public = true
}

resource "azurerm_storage_container" "brochures" {
  name                  = "brochures"
  storage_account_id    = azurerm_storage_account.exports.id
  container_access_type = "container"
}
