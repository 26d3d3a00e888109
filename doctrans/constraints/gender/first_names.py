"""First names of English texts that women or men alone have: a table of data.

Those of either (*Alex*, *Robin*, *Kim*), and of others in other languages (*Andrea*, *Jean*,
*Nicola*), are not in it. Written for this project.
"""

from __future__ import annotations

from doctrans.model import Gender

_WOMEN = """
Abigail Ada Adele Adriana Agatha Agnes Aisha Alexandra Alice Alicia Alison Allison Amanda Amelia
Amina Amy Amélie Ana Anastasia Angela Angelica Angelina Anita Anja Ann Anna Annabel Anne Annette
Annie Antonia April Arlene Astrid Audrey Aurora Barbara Beatrice Becky Belinda Bernadette Bertha
Bessie Beth Betty Bianca Birgit Bonnie Brenda Bridget Brittany Camilla Candice Carla Carmen Caroline
Carolyn Carrie Catherine Cathy Cecilia Celia Charlotte Chiara Chloe Christina Christine Cindy Claire
Clara Claudia Colleen Connie Constance Cora Cordelia Cynthia Céline Daisy Daniela Danielle Daphne
Dawn Debbie Deborah Debra Deirdre Delia Denise Diana Diane Dolores Donna Dora Doris Dorothy Edith
Edna Eileen Elaine Eleanor Elena Elisabeth Eliza Elizabeth Ella Ellen Elsie Emily Emma Erica Erika
Erin Esther Ethel Eva Eve Evelyn Fatima Felicia Fiona Flora Florence Frances Francesca Freya
Gabriela Gabriella Gail Georgia Georgina Geraldine Gertrude Gillian Gina Ginger Giulia Gladys Gloria
Grace Greta Gwendolyn Hannah Harriet Hazel Heather Heidi Heike Helen Helena Henrietta Holly Ida
Imogen Ingrid Irene Iris Isabel Isabella Isabelle Isla Ivy Jacqueline Jane Janet Janice Jasmine
Jeanette Jenna Jennifer Jenny Jessica Jill Joanna Joanne Josephine Joyce Juanita Judith Judy Julia
Julie Juliet June Karen Karin Katharine Katherine Kathleen Kathryn Kathy Katie Katrin Katrina
Khadija Kirsten Kristen Kristin Kristina Lakshmi Laura Lauren Leah Leila Lena Lila Lillian Lily
Linda Lisa Liz Lois Lorna Lorraine Lottie Louisa Louise Lucia Lucille Lucinda Lucy Lucía Lydia Mabel
Madeleine Maggie Mandy Marcia Margaret Margot Maria Marianne Marie Marilyn Marjorie Marlene Marsha
Martha Martina Mary María Matilda Maureen Maxine Megan Melanie Melinda Melissa Mercedes Mia Mildred
Millie Miranda Miriam Moira Molly Monica Monika Myra Nadia Nancy Naomi Natalia Natalie Natasha
Nathalie Nellie Nicole Nina Nora Norma Olga Olive Olivia Paige Pamela Patricia Paula Pauline Peggy
Penelope Petra Phoebe Phyllis Polly Priscilla Priya Rachel Rebecca Regina Rhoda Rita Roberta Rosa
Rosalind Rose Roseanne Rosemary Rosie Roxanne Ruth Sabrina Sally Samantha Sandra Sara Sarah Selena
Sharon Sheila Sheryl Silvia Sofia Sonia Sophia Sophie Stella Stephanie Sue Susan Susanna Susanne
Suzanne Svetlana Sylvia Tabitha Tamara Tanya Tara Teresa Tessa Thelma Theresa Tiffany Tina Trudy
Ursula Valerie Vanessa Vera Veronica Victoria Viola Violet Virginia Wanda Wendy Wilma Winifred
Yolanda Yvette Yvonne Zoe
"""
_MEN = """
Aaron Abraham Adam Adrian Ahmed Alan Albert Alexander Alfred Alistair Allan Allen Alvin Amir Andreas
Andrew Andy Anthony Antoine Antonio Archibald Arnold Arthur Austin Barry Bartholomew Ben Benedict
Benjamin Bernard Bernie Bert Bill Björn Bob Boris Brad Bradley Brandon Brendan Brian Bruce Bruno
Bryan Byron Calvin Carl Carlos Cecil Cedric Chad Charles Chester Christian Christopher Clarence
Clark Clifford Clive Clyde Colin Conrad Craig Curtis Cyril Damian Dan Daniel Danny Darren Dave David
Dean Dennis Derek Dexter Dick Diego Dirk Dmitri Dominic Don Donald Douglas Duncan Dwight Earl Ed
Eddie Edgar Edmund Eduardo Edward Edwin Eli Elijah Elliott Emmanuel Enrique Eric Erik Ernest Ethan
Eugene Ezra Felix Ferdinand Fernando Floyd Francisco Frank Franklin François Fred Frederick Gareth
Gary Gavin Geoff Geoffrey George Gerald Gerard Gilbert Giovanni Gordon Graham Grant Greg Gregory
Guillermo Gustav Guy Günter Hamish Hans Harold Harry Harvey Hassan Hector Henry Herbert Herman
Hiroshi Howard Hubert Hugh Hugo Humphrey Ian Ibrahim Igor Isaac Ivan Jack Jackson Jacob Jacques Jake
James Jason Javier Jeff Jeffrey Jeremiah Jeremy Jerome Jim Jimmy Joe Joel John Johnny Jonathan Jorge
Joseph Joshua José Juan Julian Julius Justin Jürgen Karl Keith Kenneth Kevin Klaus Kurt Kyle Lance
Larry Lars Lawrence Leo Leon Leonard Leopold Leroy Lewis Liam Lionel Lloyd Louis Lucas Luis Luke
Luther Malcolm Manuel Marc Marco Marcus Mario Mark Marshall Martin Marvin Mathew Matt Matthew
Maurice Maximilian Melvin Michael Miguel Mike Miles Mitchell Mohamed Mohammed Mustafa Nathan
Nathaniel Neil Nelson Nicholas Nick Nigel Noah Norman Oliver Omar Oscar Oswald Otto Owen Pablo
Patrick Paul Pedro Percy Peter Philip Philippe Phillip Pierre Rafael Rajesh Ralph Ramon Randolph
Randy Raymond Reginald Rex Ricardo Richard Rick Robert Roberto Rodney Roger Roland Ronald Rory Ross
Roy Rudolf Rudolph Rufus Rupert Russell Ryan Samuel Scott Sean Sebastian Sergei Seth Seymour Sheldon
Simon Spencer Stanley Stefan Stephen Steve Steven Stewart Stuart Sven Ted Theo Theodore Thomas Tim
Timothy Tobias Todd Tom Tommy Tony Travis Trevor Tristan Tyler Uwe Vernon Victor Vincent Vladimir
Wallace Walter Warren Wayne Wesley Wilfred William Winston Wolfgang Zachary
"""
GENDERS = {
    name: gender
    for gender, names in ((Gender.FEMININE, _WOMEN), (Gender.MASCULINE, _MEN))
    for name in names.split()
}


def gender_of(name: str) -> Gender | None:
    """That of somebody with this first name, as it is written; None where it does not tell.

    >>> gender_of("Emily"), gender_of("Robin")
    (<Gender.FEMININE: 'f'>, None)
    """
    return GENDERS.get(name)
