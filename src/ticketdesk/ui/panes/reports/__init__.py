"""Reports: stock, service commitments, processing times; looked at as pages, printed, saved as PDF, XLSX or CSV."""
