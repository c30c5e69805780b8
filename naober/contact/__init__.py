"""What goes in and out in words: phone notes, the terugbellijst, what is sent round."""
