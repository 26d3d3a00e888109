"""What was done to a document and how sure we are: values here, their JSON in `report.json_`."""

from doctrans.report.values import DocumentReport, Result, SegmentReport, State

__all__ = ["DocumentReport", "Result", "SegmentReport", "State"]
